/**
 * What a connection says, message by message: HTTP, WebSocket with Engine.IO and Socket.IO, TLS
 * records, DNS. What it speaks is told by how it begins, never guessed from the middle.
 *
 * Leaves out: HTTP/2 and later, connections of which the beginning was not captured.
 */
import type { Dissection } from "./dissect.ts";
import { ExchangeMessages } from "./exchange-messages.ts";
import type { MessageSummary } from "./message-summary.ts";
import { RecordMessages } from "./record-messages.ts";
import { joined, latin1 } from "./text.ts";
import { beginsTlsRecord } from "./tls-record.ts";
import type { WireField } from "./wire-field.ts";

/** A message of a connection, taken apart. */
export interface StreamMessage extends MessageSummary {
  way: "up" | "down";
  bytes: Uint8Array;
  /** The same bytes with the payload unmasked. */
  plain: Uint8Array;
  fields: readonly WireField<string>[];
  kind: Dissection["kind"] | "record";
}

/** Reads what one kind of connection says. */
export interface MessageReader {
  push(way: "up" | "down", bytes: Uint8Array): StreamMessage[];
  /** Says that no more will come. */
  end(): StreamMessage[];
  readonly pendingBytes: number;
}

const dnsPort = 53;
const enoughBytes = 8;
const nothing = new Uint8Array();

/** Bytes of one connection that may wait for the end of their message. */
const maxPendingBytes = 4 * 1024 * 1024;

/** Reads one connection, from its first byte of data on. */
export class StreamReader {
  readonly #serverPort: number;
  #reader: MessageReader | undefined;
  #first: Record<"up" | "down", Uint8Array> = { up: nothing, down: nothing };
  #stopped: "unknown" | "too-large" | "ended" | undefined;

  constructor(serverPort: number) {
    this.#serverPort = serverPort;
  }

  /** Why nothing is read any more. */
  get stopped(): "unknown" | "too-large" | "ended" | undefined {
    return this.#stopped;
  }

  /** Bytes that are kept until their message is whole. */
  get pendingBytes(): number {
    return this.#reader?.pendingBytes ?? this.#first.up.length + this.#first.down.length;
  }

  /** Takes bytes of one side, in order; answers with the messages that they complete. */
  push(way: "up" | "down", bytes: Uint8Array): StreamMessage[] {
    if (this.#stopped) return [];
    const messages = this.#reader ? this.#reader.push(way, bytes) : this.#begin(way, bytes);
    if (this.pendingBytes > maxPendingBytes) this.#giveUp("too-large");
    return messages;
  }

  /** Says that no more will come; answers with what was left. */
  end(): StreamMessage[] {
    const messages = this.#stopped ? [] : (this.#reader?.end() ?? []);
    this.#giveUp("ended");
    return messages;
  }

  #giveUp(why: "unknown" | "too-large" | "ended"): void {
    this.#stopped ??= why;
    this.#reader = undefined;
    this.#first = { up: nothing, down: nothing };
  }

  #begin(way: "up" | "down", bytes: Uint8Array): StreamMessage[] {
    const first = joined([this.#first[way], bytes]);
    this.#first[way] = first;
    if (first.length < enoughBytes && this.#serverPort !== dnsPort) return [];
    this.#reader = readerFor(first, this.#serverPort);
    if (!this.#reader) {
      this.#giveUp("unknown");
      return [];
    }
    const { up, down } = this.#first;
    this.#first = { up: nothing, down: nothing };
    const pushed = up.length > 0 ? this.#reader.push("up", up) : [];
    return down.length > 0 ? [...pushed, ...this.#reader.push("down", down)] : pushed;
  }
}

const HTTP = /^((GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|TRACE) [!-~]|HTTP\/1\.[01] )/;

function readerFor(first: Uint8Array, serverPort: number): MessageReader | undefined {
  if (serverPort === dnsPort) return new RecordMessages("dns");
  if (HTTP.test(latin1(first, 0, Math.min(first.length, 16)))) return new ExchangeMessages();
  return beginsTlsRecord(first) ? new RecordMessages("tls") : undefined;
}
