import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { type Allows, allowsPerSecond } from "#lab-kit/server/rate.ts";

/** Clients of Engine.IO send none at all. */
const perSecond = 20;

/** Made with the first frame: nearly no connection ever sends one. */
const rates = new WeakMap<WebSocket, Allows>();

/**
 * Breaks the WebSocket of this upgrade when it is flooded by pings and pongs of WebSocket itself,
 * which Engine.IO does not see and the library answers.
 */
export function boundControlFrames(request: IncomingMessage): void {
  const { websocket } = request as IncomingMessage & { websocket?: WebSocket };
  websocket?.on("ping", count);
  websocket?.on("pong", count);
}

/** One listener for all WebSockets: there are many, and each closure would cost memory. */
function count(this: WebSocket): void {
  const allows = rates.get(this) ?? allowsPerSecond(perSecond);
  rates.set(this, allows);
  if (!allows()) this.terminate();
}
