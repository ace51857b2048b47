import type { DnsSpace } from "./dns-name.ts";
import { readDnsName } from "./dns-name.ts";
import { fieldId } from "./field-id.ts";
import {
  decodeHeader,
  type HeaderRow,
  type HeaderTable,
  type HeaderValues,
  headerFields,
} from "./header.ts";
import { hexPreview } from "./text.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

const layer = "dns";

/** What is said of a part of a message that no table has. */
interface Said {
  name: string;
  value: string;
  meaning: string;
  source: string;
}

/** Goes through a message and collects its fields. After the first failure nothing more is read. */
export class DnsCursor {
  readonly fields: WireField<string>[] = [];
  at: number;
  failure: WireFailure | undefined;
  readonly #space: DnsSpace;
  /** Offset behind what may be read now: the message, or the data of one record. */
  #to: number;

  constructor(space: DnsSpace) {
    this.#space = space;
    this.at = space.from;
    this.#to = space.to;
  }

  get bytes(): Uint8Array {
    return this.#space.bytes;
  }

  get isAtEnd(): boolean {
    return this.failure !== undefined || this.at >= this.#to;
  }

  /** Bytes that are left of what may be read now. */
  get rest(): number {
    return this.#to - this.at;
  }

  /** Reads a header; `prefix` says whose it is. */
  header<Rows extends readonly HeaderRow[]>(
    table: HeaderTable<Rows>,
    prefix = "",
  ): HeaderValues<Rows> | undefined {
    if (this.failure) return undefined;
    const read = decodeHeader(table, this.bytes.subarray(0, this.#to), this.at);
    if (!read.ok) {
      this.failure = read.failure;
      return undefined;
    }
    for (const field of headerFields(table, this.bytes, this.at, layer))
      this.fields.push(prefix ? prefixed(field, prefix) : field);
    this.at += table.sizeBytes;
    return read.value;
  }

  /** Reads a name; `.` when there is none to read. */
  name(name: string, meaning: string): string {
    if (this.failure) return ".";
    const read = readDnsName({ ...this.#space, to: this.#to }, this.at);
    if (!read.ok) {
      this.failure = read.failure;
      return ".";
    }
    const { text, end, isCompressed } = read.value;
    const how = isCompressed ? " Its end is a pointer to a name that stands before." : "";
    const source = isCompressed ? "RFC 1035, section 4.1.4" : "RFC 1035, section 3.1";
    this.take(end - this.at, { name, value: text, meaning: meaning + how, source });
    return text;
  }

  /** Makes a field of the next bytes. What is empty makes none. */
  take(sizeBytes: number, { name, ...said }: Said): Uint8Array {
    const from = this.at;
    if (this.failure || sizeBytes === 0) return new Uint8Array();
    if (sizeBytes > this.rest) {
      this.failure = truncated(from + sizeBytes, this.#to);
      return new Uint8Array();
    }
    this.at = from + sizeBytes;
    this.fields.push({ id: fieldId(layer, name), layer, name, from, to: this.at, ...said });
    return this.bytes.subarray(from, this.at);
  }

  /** Lets `read` see no more than the next bytes, and takes what it leaves as data. */
  within(sizeBytes: number, prefix: string, read: () => void): void {
    if (this.failure) return;
    const outer = this.#to;
    if (sizeBytes > this.rest) {
      this.failure = truncated(this.at + sizeBytes, outer);
      return;
    }
    this.#to = this.at + sizeBytes;
    read();
    this.#takeRest(prefix);
    this.#to = outer;
    this.#endData();
  }

  /** Data that is too short for its type breaks a rule: no more of it would come. */
  #endData(): void {
    if (this.failure?.code === "truncated")
      this.failure = malformed(this.at, "The data of a record is as long as its type needs.");
  }

  #takeRest(prefix: string): void {
    this.take(this.rest, {
      name: `${prefix} data`,
      value: hexPreview(this.bytes.subarray(this.at, this.#to)),
      meaning: "Not taken apart here.",
      source: "RFC 1035, section 3.2.1",
    });
  }

  /** Takes what is left of the message, after a failure. */
  takeUnread(): void {
    if (!this.failure || this.at >= this.#space.to) return;
    const [name, meaning] =
      this.failure.code === "truncated"
        ? ["cut off", "The message goes on behind its end here."]
        : ["not understood", this.failure.rule];
    const { at: from } = this;
    const { to } = this.#space;
    const value = hexPreview(this.bytes.subarray(from, to));
    const source = "RFC 1035, section 4.1";
    this.fields.push({ id: fieldId(layer, name), layer, name, from, to, value, meaning, source });
  }
}

function prefixed(field: WireField<string>, prefix: string): WireField<string> {
  const name = `${prefix} ${field.name}`;
  return { ...field, name, id: field.id.replace(".", `.${fieldPart(prefix)}-`) };
}

const fieldPart = (prefix: string): string => prefix.toLowerCase().replace(/[^a-z0-9]+/g, "-");
