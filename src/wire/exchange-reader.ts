import { DirectionReader, type WireMark, type WireMessage } from "./direction-reader.ts";
import { exchangeState, type WireContext } from "./dissect.ts";
import { headerOf } from "./header-of.ts";
import type { WireState } from "./wire-state.ts";

/** Bytes as they were tapped, in order. */
export interface WireChunk {
  way: "up" | "down";
  bytes: Uint8Array;
  atMs: number;
  marks?: readonly WireMark[];
}

/**
 * Reads one exchange of a connection: a request and its response, and after a 101 the frames of
 * both sides. A client's frames wait until the 101 was seen.
 */
export class ExchangeReader {
  readonly #up: DirectionReader;
  readonly #down: DirectionReader;
  #isWaiting = false;

  /** @param phase what both sides speak where the reading begins; HTTP by default */
  constructor(carries: WireContext["carries"], phase: WireState["phase"] = "http") {
    this.#up = new DirectionReader({ way: "up", carries });
    this.#down = new DirectionReader({ way: "down", carries });
    for (const direction of [this.#up, this.#down]) direction.enter({ phase });
  }

  /** Bytes of each direction that belong to no complete message yet. */
  get pending(): { up: number; down: number } {
    return { up: this.#up.pendingBytes, down: this.#down.pendingBytes };
  }

  /** Takes a chunk and answers with the messages that it completes. */
  push({ way, bytes, atMs, marks = [] }: WireChunk): WireMessage[] {
    (way === "up" ? this.#up : this.#down).push(bytes, marks);
    return this.#drain(atMs, false);
  }

  /** Says that no more comes, and answers with what was left. */
  end(atMs: number): WireMessage[] {
    this.#isWaiting = false;
    return this.#drain(atMs, true);
  }

  #drain(atMs: number, isClosed: boolean): WireMessage[] {
    const messages: WireMessage[] = [];
    for (let message = this.#next(atMs, isClosed); message; message = this.#next(atMs, isClosed)) {
      messages.push(message);
      this.#after(message);
    }
    return messages;
  }

  #next(atMs: number, isClosed: boolean): WireMessage | undefined {
    const up = this.#isWaiting && !isClosed ? undefined : this.#up.next(atMs, isClosed);
    return up ?? this.#down.next(atMs, isClosed);
  }

  #after(message: WireMessage): void {
    if (message.kind === "request") {
      const method = message.fields.find(({ id }) => id === "http.method")?.value ?? "";
      this.#down.enter(exchangeState({ ...this.#down.state, method }, message.next.isEngineIo));
      this.#isWaiting = headerOf(message, "upgrade")?.toLowerCase() === "websocket";
    }
    if (message.kind !== "response") return;
    if (message.next.phase === "websocket") this.#up.enter(message.next);
    this.#isWaiting &&= isInterim(message);
  }
}

/** Whether the real answer is still to come, as after 100 Continue. */
const isInterim = ({ fields, next }: WireMessage): boolean =>
  next.phase === "http" &&
  (fields.find(({ id }) => id === "http.status")?.value.startsWith("1") ?? false);
