import type { WireMessage } from "./direction-reader.ts";
import { ExchangeReader } from "./exchange-reader.ts";
import { messageSummary } from "./message-summary.ts";
import type { MessageReader, StreamMessage } from "./stream-reader.ts";

/** Reads HTTP, and what follows its upgrade. */
export class ExchangeMessages implements MessageReader {
  readonly #reader = new ExchangeReader("by-target");

  get pendingBytes(): number {
    const { up, down } = this.#reader.pending;
    return up + down;
  }

  push(way: "up" | "down", bytes: Uint8Array): StreamMessage[] {
    return this.#reader.push({ way, bytes, atMs: 0 }).map(withSummary);
  }

  end(): StreamMessage[] {
    return this.#reader.end(0).map(withSummary);
  }
}

const withSummary = (message: WireMessage): StreamMessage => {
  const { way, bytes, plain, fields, kind } = message;
  return { way, bytes, plain, fields, kind, ...messageSummary(message) };
};
