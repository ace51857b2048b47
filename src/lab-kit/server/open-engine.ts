import { Server as Engine, type ServerOptions } from "engine.io";

/** How long a client may take to answer the closing of its WebSocket before it is cut off. */
const answerCloseWithinMs = 1500;

interface WithWebSocketServer {
  ws?: { options: { closeTimeout: number } };
}

/** An Engine.IO server of which nothing is left two seconds after its sessions were closed. */
export function openEngine(options: ServerOptions): Engine {
  const engine = new Engine(options);
  const { ws } = engine as unknown as WithWebSocketServer;
  if (ws) ws.options.closeTimeout = answerCloseWithinMs;
  return engine;
}
