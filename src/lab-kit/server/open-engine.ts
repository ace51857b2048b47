import { Server as Engine, type ServerOptions } from "engine.io";

/** How long a client may take to answer the closing of its WebSocket before it is cut off. */
const answerCloseWithinMs = 1500;

/** Parts of one WebSocket message; each takes memory, however small it is. */
export const mostFragments = 256;

interface WithWebSocketServer {
  ws?: { options: { closeTimeout: number; maxFragments: number } };
}

/** An Engine.IO server of which nothing is left two seconds after its sessions were closed. */
export function openEngine(options: ServerOptions): Engine {
  const engine = new Engine(options);
  const { ws } = engine as unknown as WithWebSocketServer;
  if (ws)
    Object.assign(ws.options, { closeTimeout: answerCloseWithinMs, maxFragments: mostFragments });
  return engine;
}
