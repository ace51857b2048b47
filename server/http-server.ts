import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type RequestListener,
} from "node:http";
import type { Socket } from "node:net";
import { watchExchanges } from "#lab-kit/server/tap/watch-exchanges.ts";
import { boundConnections } from "./bound-connections.ts";
import { boundUnanswered } from "./bound-unanswered.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Log } from "./log.ts";
import { type Refusal, refuseRequest } from "./refusal.ts";

/** What an HTTP server is made of. */
export interface HttpServerDeps {
  request: RequestListener;
  dispatch: Pick<Dispatch, "upgrade" | "earFor">;
  /** TCP connections at once; above, new ones are dropped. */
  mostConnections: number;
  /** The same of one address; `undefined` where a proxy connects for all. */
  mostConnectionsPerAddress: number | undefined;
  log: Log;
}

/** A client gets this long to send its headers, and its whole request. */
const headersWithinMs = 10_000;
const requestWithinMs = 20_000;
const checkEveryMs = 5000;
const idleWithinMs = 10_000;

const unmet: Refusal = { status: 417, says: "This server meets no expectation but 100-continue." };

/** The HTTP server of the host, not yet listening. */
export function createHttpServer(deps: HttpServerDeps): HttpServer {
  const options = {
    headersTimeout: headersWithinMs,
    requestTimeout: requestWithinMs,
    connectionsCheckingInterval: checkEveryMs,
    keepAliveTimeout: idleWithinMs,
    // Programs may ask for HTTP/2 on a page; that is no socket, and they are content with HTTP/1.1.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
      headers.upgrade?.toLowerCase() === "websocket",
  };
  const server = createServer(options, boundUnanswered(deps.request));
  server.maxConnections = deps.mostConnections;
  const { mostConnectionsPerAddress: most } = deps;
  if (most !== undefined) boundConnections(server, most);
  server.on("checkExpectation", (_, response) => refuseRequest(response, unmet));
  server.on("upgrade", (...args) => deps.dispatch.upgrade(...args));
  watchExchanges(server, (...args) => deps.dispatch.earFor(...args));
  return server;
}

/** Resolves when the server listens, rejects when it cannot. */
export function startListening(
  server: HttpServer,
  { port, host, log }: { port: number; host: string; log: Log },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      server.on("error", (error) => log.error({ event: "server-error", error }));
      resolve();
    });
  });
}

/**
 * Stops accepting and returns a function that ends what is still connected, WebSockets too, after
 * `withinMs` at the latest, and resolves when nothing is left.
 */
export function stopAccepting(server: HttpServer, connections: ReadonlySet<Socket>) {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return async (withinMs: number): Promise<void> => {
    server.closeIdleConnections();
    const cutOff = setTimeout(() => {
      for (const socket of connections) socket.destroy();
    }, withinMs);
    await closed;
    clearTimeout(cutOff);
  };
}

/** The connections of a server, kept up to date; Node does not count upgraded ones as its own. */
export function connectionsOf(server: HttpServer): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  function closed(this: Socket): void {
    connections.delete(this);
  }
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.on("close", closed);
  });
  return connections;
}
