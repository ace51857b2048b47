import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Ear } from "./ear.ts";
import { RequestCutter } from "./request-cutter.ts";
import { watchReads } from "./watch-reads.ts";
import { watchWrites } from "./watch-writes.ts";

interface OpenExchange {
  response: ServerResponse;
  ear: Ear;
}

type Stop = () => void;

/**
 * One TCP connection, cut by exchange: benches may share a connection, so each hears the bytes of its
 * own requests and responses, and the rest is dropped unread. After an upgrade the connection is one
 * exchange to its end.
 */
export class WatchedConnection {
  readonly #socket: Socket;
  readonly #requests = new RequestCutter();
  readonly #open: OpenExchange[] = [];
  #stopWriting: Stop | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    // As a listener, since Node's parser otherwise reads beside the stream; and before the parser.
    socket.prependListener("data", this.#take);
  }

  /** A request has come, its head just read. */
  request(request: IncomingMessage, response: ServerResponse, ear: Ear | undefined): void {
    this.#requests.begin(request, ear && ((bytes) => ear.up(bytes)));
    if (!ear) return;
    this.#open.push({ response, ear });
    this.#stopWriting ??= watchWrites(this.#socket, (bytes, agoMs) => this.#wrote(bytes, agoMs));
    response.once("close", () => this.#responded(response));
  }

  /** A request has come that nobody is told of. */
  giveUp(): void {
    this.#requests.loseTrack();
  }

  /** The connection has been given over to what the request asked for. */
  upgrade(request: IncomingMessage, ear: Ear | undefined): void {
    this.#socket.off("data", this.#take);
    this.#stopWriting?.();
    const first = this.#requests.upgrade(request);
    if (!ear) return;
    if (first && ear.isListening) ear.up(first);
    hearAll(this.#socket, ear);
  }

  readonly #take = (bytes: Buffer): void => this.#requests.take(bytes);

  /** Responses leave in the order of their requests: only the one whose turn it is has the socket. */
  #wrote(bytes: Buffer, agoMs: number): void {
    this.#open.find(({ response }) => response.socket === this.#socket)?.ear.down(bytes, agoMs);
  }

  #responded(response: ServerResponse): void {
    const index = this.#open.findIndex((exchange) => exchange.response === response);
    const [closed] = this.#open.splice(index, 1);
    if (this.#open.length === 0) {
      this.#stopWriting?.();
      this.#stopWriting = undefined;
    }
    closed?.ear.ended();
  }
}

/** Hears a connection to its end, whenever the ear is listening. */
function hearAll(socket: Socket, ear: Ear): void {
  let stops: Stop[] = [];
  const switched = (): void => {
    for (const stop of stops) stop();
    const isHeard = ear.isListening && !socket.destroyed;
    stops = isHeard
      ? [
          watchReads(socket, (bytes) => ear.up(bytes)),
          watchWrites(socket, (bytes, agoMs) => ear.down(bytes, agoMs)),
        ]
      : [];
  };
  ear.onSwitch(switched);
  socket.once("close", () => ear.ended());
  switched();
}
