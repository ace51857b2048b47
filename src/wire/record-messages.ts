import type { Result } from "#lib/result.ts";
import { ByteQueue } from "./byte-queue.ts";
import { dnsOverTcp } from "./dns-stream.ts";
import type { MessageReader, StreamMessage } from "./stream-reader.ts";
import { tlsRecord } from "./tls-record.ts";
import type { WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

type Layer = "tls" | "dns";

/** One record that says its own length. */
interface OneRecord {
  fields: readonly WireField<string>[];
  summary: string;
  end: number;
}

const readers: Readonly<Record<Layer, (bytes: Uint8Array) => Result<OneRecord, WireFailure>>> = {
  tls: (bytes) => tlsRecord(bytes),
  dns: (bytes) => dnsOverTcp(bytes),
};

/** Reads records that say their own length, such as those of TLS, and of DNS over TCP. */
export class RecordMessages implements MessageReader {
  readonly #layer: Layer;
  readonly #queues = { up: new ByteQueue(), down: new ByteQueue() };
  #isBroken = false;

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  get pendingBytes(): number {
    return this.#queues.up.length + this.#queues.down.length;
  }

  push(way: "up" | "down", bytes: Uint8Array): StreamMessage[] {
    if (this.#isBroken) return [];
    const queue = this.#queues[way];
    queue.push(bytes);
    const messages: StreamMessage[] = [];
    for (let next = this.#next(way, queue); next; next = this.#next(way, queue))
      messages.push(next);
    return messages;
  }

  end(): StreamMessage[] {
    return [];
  }

  #next(way: "up" | "down", queue: ByteQueue): StreamMessage | undefined {
    if (queue.length === 0) return undefined;
    const read = readers[this.#layer](queue.view);
    if (!read.ok) {
      if (read.failure.code === "malformed") this.#break();
      return undefined;
    }
    const { end, fields, summary: text } = read.value;
    const bytes = queue.view.slice(0, end);
    queue.drop(end);
    return { way, layer: this.#layer, text, kind: "record", bytes, plain: bytes, fields };
  }

  #break(): void {
    this.#isBroken = true;
    for (const queue of [this.#queues.up, this.#queues.down]) queue.drop(queue.length);
  }
}
