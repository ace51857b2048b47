import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from "ws";
import { mostFragments } from "#lab-kit/server/open-engine.ts";
import type { PlainSocket, WebSocketRoute } from "#lab-kit/server/routes.ts";
import type { RouteCall } from "./find-route.ts";

/** Codes of RFC 6455, section 7.4.1. */
const goingAway = 1001;
const policyViolation = 1008;
const internalError = 1011;
/** How long a client may take to answer the closing before it is cut off. */
const closeTimeout = 1500;

/** Takes the plain WebSockets of benches' routes: no Socket.IO, no compression. */
export class PlainSockets {
  readonly #acceptor: WebSocketServer;

  constructor(mostBytes: number) {
    // Its types do not know these two yet.
    const options: ServerOptions & { closeTimeout: number; maxFragments: number } = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: mostBytes,
      closeTimeout,
      maxFragments: mostFragments,
    };
    this.#acceptor = new WebSocketServer(options);
  }

  /** Completes the handshake, or refuses it. @param opened gets the WebSocket before the route does */
  accept(
    { request, connection, head }: { request: IncomingMessage; connection: Duplex; head: Buffer },
    call: RouteCall,
    route: WebSocketRoute,
    opened: (socket: WebSocket) => void,
  ): void {
    this.#acceptor.handleUpgrade(request, connection, head, (socket) => {
      opened(socket);
      open(socket, call, route);
    });
  }
}

function open(socket: WebSocket, { bench, who, query }: RouteCall, route: WebSocketRoute): void {
  const forget = bench.visits.add({
    heldBytes: () => socket.bufferedAmount,
    end: () => socket.close(goingAway, "The bench has ended."),
    cut: () => socket.terminate(),
  });
  socket.once("close", forget);
  // A frame that breaks the rules: the library closes the connection with the right code.
  socket.on("error", () => undefined);
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      bench.failed(error);
      socket.close(internalError, "The lab's own code failed.");
    }
  };
  // Whether or not the route listens. Once it closes, nothing more reaches the route.
  const count = (): void => {
    if (socket.readyState !== socket.OPEN || bench.allowsEvent()) return;
    socket.close(policyViolation, "Too many messages.");
  };
  for (const frame of ["message", "ping", "pong"]) socket.on(frame, count);
  const plain: PlainSocket = {
    who,
    query,
    send: (data, { isFinal = true } = {}) => socket.send(data, { fin: isFinal }, () => undefined),
    ping: (data = "") => socket.ping(data, false, () => undefined),
    close: (code, reason) => socket.close(code, reason),
    onMessage(heard) {
      socket.on("message", (data, isBinary) => {
        if (socket.readyState !== socket.OPEN) return;
        guarded(() => heard(isBinary ? asBuffer(data) : asBuffer(data).toString()));
      });
    },
    onClose(closed) {
      socket.on("close", (code, reason) => guarded(() => closed(code, reason.toString())));
    },
  };
  if (bench.isClosed) socket.close(goingAway);
  else guarded(() => route.open(plain));
}

function asBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
