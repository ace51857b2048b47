import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Server as Engine, Socket as EngineSocket } from "engine.io";
import type { RoutedRequest } from "#lab-kit/observation.ts";
import type { Ear } from "#lab-kit/server/tap/ear.ts";
import type { OpenBench } from "./bench.ts";
import type { Benches } from "./benches.ts";
import { boundControlFrames } from "./bound-control-frames.ts";
import { type Query, routePrefix } from "./find-route.ts";
import { forgetRequest, withoutResponseListener } from "./forget-request.ts";
import type { PacketLimit } from "./packet-limit.ts";
import { watchAnswer } from "./poll-answers.ts";
import { type Refusal, refuseRequest, refuseUpgrade } from "./refusal.ts";
import { RouteHost, type Target } from "./route-host.ts";
import type { Sessions } from "./sessions.ts";

/** What the dispatcher chooses among, and whom it asks. */
export interface DispatchDeps {
  benches: Benches;
  control: Engine;
  sessions: Sessions;
  addressOf: (request: IncomingMessage) => string;
  isOriginAllowed: (request: IncomingMessage) => boolean;
  /** Size of one message to a route. */
  routeMessageBytes: number;
  /** While the host stops, nobody new is let in. */
  isStopping: () => boolean;
}

/** What one engine may be used for. */
export interface EngineBounds {
  /** Sessions at once; as many as the host allows, if absent. */
  sessions?: number;
  /** Where they are counted; at this engine, if absent. */
  of?: { readonly sessionCount: number };
  /** Counts a new session, and says what bounds its Engine.IO packets, of every kind. */
  opened: (session: EngineSocket) => PacketLimit;
}

interface EngineWay {
  engine: Engine;
  query: Query;
  bench?: OpenBench;
}
type Way = EngineWay | { refusal: Refusal };

const subjectPath = "/socket.io/";
const controlPath = "/control/";

/**
 * Hands each request and upgrade to the engine that it is for: the one of the bench in its query,
 * or the control channel's.
 */
export class Dispatch {
  readonly #deps: DispatchDeps;
  readonly #routes: RouteHost;

  constructor(deps: DispatchDeps) {
    this.#deps = deps;
    this.#routes = new RouteHost({
      ...deps,
      mostBytes: deps.routeMessageBytes,
      refusalOf: (request) => this.#refusalOfStranger(request) ?? this.#refusalOfNew(request),
    });
  }

  /** Who hears the bytes of this request, and of what follows from it: only the bench that it is for. */
  earFor(request: IncomingMessage, isUpgrade: boolean): Ear | undefined {
    const { url = "" } = request;
    if (!url.startsWith(subjectPath) && !url.startsWith(routePrefix)) return undefined;
    const { bench, seat } = targetOf(request).query;
    return this.#deps.benches.find(bench ?? "")?.earOf(seat ?? "", request.socket, isUpgrade);
  }

  /** Answers a request of a socket path or a bench's route. @returns false for any other path */
  request(request: IncomingMessage, response: ServerResponse): boolean {
    const target = targetOf(request);
    if (isRoute(target)) {
      this.#routes.request(request, response, target);
      return true;
    }
    const way = this.#wayOf(request, target, "polling");
    if (!way) return false;
    if ("engine" in way) handOn(request, response, way);
    else refuseRequest(response, way.refusal);
    return true;
  }

  /** Takes over an upgrade, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const target = targetOf(request);
    if (isRoute(target)) this.#routes.upgrade(request, socket, head, target);
    else this.#upgradeSession(request, socket, head, target);
  }

  #upgradeSession(request: IncomingMessage, socket: Duplex, head: Buffer, target: Target): void {
    const way = this.#wayOf(request, target, "websocket");
    if (way && "engine" in way) {
      const { engine, query, bench } = way;
      if (bench && isStopped(way, bench, socket)) return;
      const handOver = (connection: Duplex) => {
        // While it waited, its bench may have got another engine.
        const current = bench?.currentOf(engine) ?? engine;
        withoutResponseListener(connection, () => {
          current.handleUpgrade(asEngineRequest(request, query), connection, head);
        });
        boundControlFrames(request);
      };
      const line = bench?.line(bench.nameOf(query.seat ?? "") ?? "");
      if (line) line.connect(socket, handOver);
      else handOver(socket);
      return;
    }
    refuseUpgrade(socket, way?.refusal ?? { status: 404, says: "There is no socket here." });
  }

  /**
   * Counts the sessions of an engine and bounds what they may do; call it once for each engine.
   * Requests that come in one packet are all admitted before the first session exists, so the
   * number is looked at again here.
   */
  watch(engine: Engine, { sessions = Number.POSITIVE_INFINITY, of, opened }: EngineBounds) {
    engine.on("connection", (session) => {
      // Its bench may have ended it at once.
      if (session.readyState === "closed") return;
      const address = this.#deps.addressOf(session.request);
      const count = of?.sessionCount ?? engine.clientsCount;
      if (count > sessions || !this.#deps.sessions.admits(address)) {
        session.close(true);
        return;
      }
      this.#deps.sessions.add(session, address);
      forgetRequest(session);
      session.on("packet", opened(session));
    });
  }

  #wayOf(
    request: IncomingMessage,
    { path, query }: Target,
    transport: "polling" | "websocket",
  ): Way | undefined {
    if (path !== subjectPath && path !== controlPath) return undefined;
    const refused = this.#refusalOf(request, query, transport);
    if (refused) return refused;
    if (path === controlPath) return { engine: this.#deps.control, query };
    return this.#subjectWay(query, requestOf(request, transport));
  }

  #refusalOf(request: IncomingMessage, query: Query, transport: string): Way | undefined {
    const stranger = this.#refusalOfStranger(request);
    if (stranger) return { refusal: stranger };
    // Engine.IO never answers a plain request for a WebSocket session that exists, and throws on
    // an upgrade of an engine that allows polling only.
    if (query.transport !== transport) return refusal(400, `Here the transport is ${transport}.`);
    const refused = query.sid ? undefined : this.#refusalOfNew(request);
    return refused && { refusal: refused };
  }

  #refusalOfStranger(request: IncomingMessage): Refusal | undefined {
    if (this.#deps.isOriginAllowed(request)) return undefined;
    return { status: 403, says: "This page may not use this server." };
  }

  #refusalOfNew(request: IncomingMessage): Refusal | undefined {
    if (this.#deps.isStopping()) return { status: 503, says: "The server is stopping." };
    if (this.#deps.sessions.admits(this.#deps.addressOf(request))) return undefined;
    return { status: 429, says: "Too many connections from this address." };
  }

  #subjectWay(query: Query, request: RoutedRequest): Way {
    const bench = this.#deps.benches.find(query.bench ?? "");
    if (!bench) return refusal(404, "There is no such bench, or it has ended.");
    if (!query.sid) {
      const admission = bench.admits(query.seat ?? "");
      if (admission === "stranger") return refusal(403, "This seat is not of this bench.");
      if (admission === "too-many") return refusal(429, "All connections of this bench are taken.");
    }
    return { engine: bench.engineFor(query.seat ?? "", request), query, bench };
  }
}

/** Whether the bench's gate has taken the upgrade. One of an unknown session is the engine's to refuse. */
function isStopped({ engine, query }: EngineWay, bench: OpenBench, socket: Duplex): boolean {
  const { sid, seat = "" } = query;
  const isKnown = !sid || sessionOf(engine, sid) !== undefined;
  return isKnown && bench.extras.stopsUpgrade(socket, bench.nameOf(seat) ?? "server");
}

function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  { engine, query }: EngineWay,
): void {
  const session = request.method === "GET" ? sessionOf(engine, query.sid ?? "") : undefined;
  if (session) watchAnswer(session, response);
  engine.handleRequest(asEngineRequest(request, query), response);
}

function sessionOf(engine: Engine, sid: string): EngineSocket | undefined {
  const { clients } = engine as unknown as { clients: Record<string, EngineSocket> };
  return Object.hasOwn(clients, sid) ? clients[sid] : undefined;
}

function requestOf({ method }: IncomingMessage, transport: string): RoutedRequest {
  if (transport === "websocket") return "upgrade";
  return method === "POST" ? "POST" : "GET";
}

/** Where a request goes; nowhere if its target is none. */
function targetOf({ url = "" }: IncomingMessage): Target {
  const parsed = URL.parse(url, "http://host");
  return { path: parsed?.pathname ?? "", query: Object.fromEntries(parsed?.searchParams ?? []) };
}

const isRoute = ({ path }: Target): boolean => path.startsWith(routePrefix);

const refusal = (status: Refusal["status"], says: string): Way => ({ refusal: { status, says } });

/** Engine.IO takes the query from this field, if it is there; so both read the same one. */
const asEngineRequest = (request: IncomingMessage, query: Query) =>
  Object.assign(request, { _query: query }) as unknown as Parameters<Engine["handleRequest"]>[0];
