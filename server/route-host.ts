import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocketRoute } from "#lab-kit/server/routes.ts";
import { answerRoute, openStream } from "./answer-route.ts";
import type { Benches } from "./benches.ts";
import { findRoute, type Query, type RouteCall } from "./find-route.ts";
import { PlainSockets } from "./plain-sockets.ts";
import { type Refusal, refuseRequest, refuseUpgrade } from "./refusal.ts";
import type { Sessions } from "./sessions.ts";

/** What the routes of benches need of the host. */
export interface RouteHostDeps {
  benches: Benches;
  sessions: Sessions;
  addressOf: (request: IncomingMessage) => string;
  /** Size of one message from a client. */
  mostBytes: number;
  /** Why this request is not let in at all. */
  refusalOf: (request: IncomingMessage) => Refusal | undefined;
}

/** Where a request goes. */
export interface Target {
  path: string;
  query: Query;
}

/** HTTP routes, event streams and plain WebSockets of benches, under the rules of their subjects. */
export class RouteHost {
  readonly #deps: RouteHostDeps;
  readonly #sockets: PlainSockets;

  constructor(deps: RouteHostDeps) {
    this.#deps = deps;
    this.#sockets = new PlainSockets(deps.mostBytes);
  }

  request(request: IncomingMessage, response: ServerResponse, target: Target): void {
    const call = this.#call(request, target);
    const refusal = "status" in call ? call : refusalOfMethod(call, request);
    if (refusal) refuseRequest(response, refusal);
    else this.#answer(call as RouteCall, request, response);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, target: Target): void {
    const call = this.#call(request, target);
    if ("status" in call) refuseUpgrade(socket, call);
    else if (call.route.kind !== "websocket") refuseUpgrade(socket, noSocket);
    else if (!call.bench.extras.stopsUpgrade(socket, call.who)) {
      this.#connect(call, call.route, { request, socket, head });
    }
  }

  #answer(call: RouteCall, request: IncomingMessage, response: ServerResponse): void {
    this.#deps.sessions.add(response, this.#deps.addressOf(request));
    const exchange = { request, response, mostBytes: this.#deps.mostBytes };
    if (call.route.kind === "http") void answerRoute(call, call.route, exchange);
    else if (call.route.kind === "events") openStream(call, call.route, exchange);
  }

  #connect(
    call: RouteCall,
    route: WebSocketRoute,
    { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): void {
    const address = this.#deps.addressOf(request);
    const take = (connection: Duplex): void => {
      this.#sockets.accept({ request, connection, head }, call, route, (opened) =>
        this.#deps.sessions.add(opened, address),
      );
    };
    const line = call.bench.line(call.who);
    if (line) line.connect(socket, take);
    else take(socket);
  }

  #call(request: IncomingMessage, target: Target): RouteCall | Refusal {
    const refusal = this.#deps.refusalOf(request);
    if (refusal) return refusal;
    const call = findRoute(this.#deps.benches, target);
    if ("status" in call) return call;
    if (call.bench.isFull) return { status: 429, says: "All connections of this bench are taken." };
    return call.bench.allowsEvent() ? call : { status: 429, says: "Too many requests at once." };
  }
}

function refusalOfMethod({ route }: RouteCall, { method }: IncomingMessage): Refusal | undefined {
  if (route.kind === "websocket") {
    const says = "This route takes a WebSocket.";
    return { status: 426, says, headers: { Upgrade: "websocket" } };
  }
  const Allow = route.kind === "http" ? route.method : "GET";
  if (method === Allow) return undefined;
  return { status: 405, says: `This route takes ${Allow} only.`, headers: { Allow } };
}

const noSocket: Refusal = { status: 400, says: "There is no socket here." };
