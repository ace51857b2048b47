import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Server as Engine } from "engine.io";
import type { Benches } from "./benches.ts";
import type { Sessions } from "./sessions.ts";

/** What the dispatcher chooses among, and whom it asks. */
export interface DispatchDeps {
  benches: Benches;
  control: Engine;
  sessions: Sessions;
  addressOf: (request: IncomingMessage) => string;
  isOriginAllowed: (request: IncomingMessage) => boolean;
}

/** A refusal before any session exists: an HTTP status and one plain sentence. */
interface Refusal {
  status: 403 | 404 | 429;
  says: string;
}

type Way = { engine: Engine } | { refusal: Refusal };

const subjectPath = "/socket.io/";
const controlPath = "/control/";

/**
 * Hands each request and upgrade to the engine that it is for: the one of the bench in its query,
 * or the control channel's.
 */
export class Dispatch {
  readonly #deps: DispatchDeps;

  constructor(deps: DispatchDeps) {
    this.#deps = deps;
  }

  /** Answers a request of a socket path. @returns false for any other path */
  request(request: IncomingMessage, response: ServerResponse): boolean {
    const way = this.#wayOf(request);
    if (!way) return false;
    if ("engine" in way) way.engine.handleRequest(asEngineRequest(request), response);
    else refuse(response, way.refusal);
    return true;
  }

  /** Takes over an upgrade, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const way = this.#wayOf(request);
    if (way && "engine" in way) {
      way.engine.handleUpgrade(asEngineRequest(request), socket, head);
      return;
    }
    const { status, says } = way?.refusal ?? { status: 404, says: "There is no socket here." };
    socket.on("error", () => socket.destroy());
    socket.end(
      `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(says)}\r\n\r\n${says}`,
    );
  }

  /** Counts the sessions of an engine; call it once for each engine. */
  watch(engine: Engine): void {
    engine.on("connection", (session) => {
      this.#deps.sessions.add(session, this.#deps.addressOf(session.request));
    });
  }

  #wayOf(request: IncomingMessage): Way | undefined {
    const url = URL.parse(request.url ?? "", "http://host");
    if (url?.pathname !== subjectPath && url?.pathname !== controlPath) return undefined;
    if (!this.#deps.isOriginAllowed(request)) {
      return refusal(403, "This page may not use this server.");
    }
    const isNew = !url.searchParams.has("sid");
    if (isNew && !this.#deps.sessions.admits(this.#deps.addressOf(request))) {
      return refusal(429, "Too many connections from this address.");
    }
    return url.pathname === controlPath
      ? { engine: this.#deps.control }
      : this.#subjectWay(url.searchParams, isNew);
  }

  #subjectWay(query: URLSearchParams, isNew: boolean): Way {
    const bench = this.#deps.benches.find(query.get("bench") ?? "");
    if (!bench) return refusal(404, "There is no such bench, or it has ended.");
    if (isNew) {
      const admission = bench.admits(query.get("seat") ?? "");
      if (admission === "stranger") return refusal(403, "This seat is not of this bench.");
      if (admission === "too-many") return refusal(429, "All connections of this bench are taken.");
    }
    return { engine: bench.engine };
  }
}

const refusal = (status: Refusal["status"], says: string): Way => ({ refusal: { status, says } });

function refuse(response: ServerResponse, { status, says }: Refusal): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(says);
}

/** Engine.IO reads the query from a field of its own that it adds to Node's request. */
const asEngineRequest = (request: IncomingMessage) =>
  request as Parameters<Engine["handleRequest"]>[0];
