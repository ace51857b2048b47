import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Socket as EngineSocket } from "engine.io";

/** The request as Engine.IO hands it on: with its query. */
type EngineRequest = IncomingMessage & { _query: Record<string, string> };

/** What Socket.IO reads of a session's request when a client connects, and `proxy-addr` for limits. */
type KeptRequest = Pick<EngineRequest, "headers" | "url" | "_query" | "socket" | "connection">;

/**
 * Lets the first request of a session go. Engine.IO keeps it as long as the session, which is more
 * than a fifth of what an idle connection takes; what is read of it later is kept.
 */
export function forgetRequest(session: EngineSocket): void {
  const { headers, url = "/", _query, socket } = session.request as EngineRequest;
  const kept: KeptRequest = { headers, url, _query, socket, connection: socket };
  Object.assign(session, { request: kept });
}

/**
 * Runs `upgrade`, and takes back the listener by which Engine.IO 6.6 keeps the request until the
 * connection closes: it tells middlewares of the engine when a response is done, and here are none.
 * Engine.IO adds it first and with `once`; `ws` listens with `on`.
 */
export function withoutResponseListener(connection: Duplex, upgrade: () => void): void {
  const before = new Set(connection.rawListeners("close"));
  upgrade();
  const added = connection.rawListeners("close").find((listener) => !before.has(listener));
  if (added && "listener" in added) connection.off("close", added.listener as () => void);
}
