/** What the dissectors of a frame write to: fields and layers, and where reading stopped. */

import { fieldId } from "./field-id.ts";
import { FieldIds, idNumber, numberedId } from "./field-ids.ts";
import type { HeaderRow, HeaderValues } from "./header.ts";
import type { HeaderView } from "./header-view.ts";
import type { HeaderValue } from "./row-reader.ts";
import { hexPreview } from "./text.ts";
import type { WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

/** One header of a frame, without what it carries. */
export interface LayerView {
  layer: string;
  title: string;
  from: number;
  to: number;
  /** The layer in a few words. */
  summary: string;
  /** The values that could be read, by the names of the rows; without those of options. */
  values: Readonly<Record<string, HeaderValue>>;
  /** Whether it is part of a packet that an ICMP error quotes. */
  isQuoted: boolean;
}

/** Where reading stopped, or the first length that cannot be true. */
export type FrameStop = WireFailure & { at: number; layer: string };

/** What a layer carries: bytes, and where to look up what they are. */
export interface Inside {
  by: "ethertype" | "ipProtocol" | "udpPort" | "tcpPort" | "data";
  /** The EtherType or protocol; of ports, both. */
  number: number;
  other?: number;
  from: number;
  to: number;
  /** What the bytes are when nothing is known to read them. */
  dataIs?: string;
}

/** Takes one layer apart, between two offsets of `pen.bytes`. */
export type Dissector = (pen: FramePen, from: number, to: number) => Inside | undefined;

/** Bytes behind what a layer's length covers. */
export interface Tail {
  from: number;
  to: number;
  isOnLink: boolean;
}

/** One frame while it is taken apart. */
export class FramePen {
  readonly bytes: Uint8Array;
  readonly originalLength: number;
  readonly fields: WireField<string>[] = [];
  readonly layers: LayerView[] = [];
  readonly tails: Tail[] = [];
  stopped: FrameStop | undefined;
  /** Whether lengths may promise more than there is: in quotes and first fragments. */
  isPart = false;
  isQuoted = false;
  /** Whether fields without a table may have the same id as others. */
  hasRepeats = false;

  /** How many layers of the link the frame begins with. */
  #linkLayers = 0;

  constructor(bytes: Uint8Array, originalLength = bytes.length) {
    ids.begin();
    this.bytes = bytes;
    this.originalLength = Math.max(originalLength, bytes.length);
  }

  /** Whether the capture kept the beginning of the frame only. */
  get isSnapped(): boolean {
    return this.originalLength > this.bytes.length;
  }

  /** Whether bytes may be missing at the end without anything being wrong. */
  get isCut(): boolean {
    return this.isPart || this.isSnapped;
  }

  /** Begins a layer. */
  open(layer: string, title: string, from: number): void {
    if (linkLayers.has(layer) && this.layers.length === this.#linkLayers) this.#linkLayers++;
    const { isQuoted } = this;
    this.layers.push({ layer, title, from, to: from, summary: "", values: {}, isQuoted });
  }

  /** Adds a header. Undefined when bytes are missing: what there is has been added then. */
  header<Rows extends readonly HeaderRow[]>(
    view: HeaderView<Rows>,
    at: number,
    to: number,
  ): HeaderValues<Rows> | undefined {
    const values = this.#values(view, at, to);
    const end = at + view.table.sizeBytes;
    if (end <= to) {
      this.extend(end);
      return values;
    }
    this.extend(to);
    this.missing(at, end, to);
    const readTo = view.readTo(at, to);
    if (readTo < to)
      this.leaf(readTo, to, view.layer, "beginning of a header", "The rest is not there.");
    return undefined;
  }

  /** Adds the rows that end at or before `to`, and says where the last of them ends. */
  part(view: HeaderView<readonly HeaderRow[]>, at: number, to: number): number {
    this.#values(view, at, to);
    const end = view.readTo(at, to);
    this.extend(end);
    return end;
  }

  /** Adds a field without a table. */
  push(field: WireField<string>): void {
    this.fields.push(field);
    this.extend(field.to);
  }

  /** Adds bytes as a field, which the newest layer is not made longer by; nothing if there are none. */
  leaf(from: number, to: number, layer: string, name: string, meaning: string, source = ""): void {
    if (from >= to) return;
    const value = hexPreview(this.bytes.subarray(from, to));
    const leafId = leafIdOf(layer, name);
    const id = numberedId(leafId.id, ids.count(leafId.number));
    this.fields.push({ id, layer, name, from, to, value, meaning, source });
  }

  /** Ends the newest layer. */
  close(to: number, summary: string): void {
    const layer = this.layers.at(-1);
    if (!layer) return;
    layer.to = Math.max(layer.to, Math.min(to, this.bytes.length));
    layer.summary = summary;
  }

  /** Keeps bytes behind what a layer's length covers; they are told when all inside has been. */
  tail(from: number, to: number): void {
    if (from >= to) return;
    const isOnLink = this.layers.length <= this.#linkLayers + 1;
    this.tails.push({ from, to, isOnLink });
  }

  /** What follows is the beginning of a packet that an error is about. */
  quote(): void {
    this.isQuoted = true;
    this.isPart = true;
  }

  /** Marks that bytes are missing, the first time. Quotes are never whole. */
  missing(at: number, need: number, have: number): void {
    if (this.isQuoted && !this.isSnapped) return;
    this.stopped ??= { code: "truncated", layer: this.#layer, at, need, have };
  }

  /** Marks a rule that the bytes break, the first time. */
  broken(at: number, rule: string): void {
    this.stopped ??= { code: "malformed", layer: this.#layer, at, rule };
  }

  /** The end of what a length covers, at most `to`. Marks a length that promises too much. */
  covered(end: number, to: number, what: string): number {
    if (end <= to) return end;
    if (!this.isCut) this.broken(to, `${what} covers ${end - to} more bytes than there are.`);
    return to;
  }

  /** Makes the newest layer reach to `to`. */
  extend(to: number): void {
    const layer = this.layers.at(-1);
    if (layer && layer.to < to) layer.to = to;
  }

  #values<Rows extends readonly HeaderRow[]>(view: HeaderView<Rows>, at: number, to: number) {
    const values = view.read(this.bytes, at, to, this.fields, ids);
    const layer = this.layers.at(-1);
    if (layer && layer.to === layer.from) layer.values = values;
    else if (layer && view.group === "") layer.values = { ...layer.values, ...values };
    return values;
  }

  get #layer(): string {
    return this.layers.at(-1)?.layer ?? "data";
  }
}

/** One frame is taken apart at a time. */
const ids = new FieldIds();

const leafIds = new Map<string, { id: string; number: number }>();

/** Names of leaves are ours, and few. */
function leafIdOf(layer: string, name: string): { id: string; number: number } {
  const key = `${layer}.${name}`;
  const known = leafIds.get(key);
  if (known) return known;
  const id = fieldId(layer, name);
  const made = { id, number: idNumber(id) };
  leafIds.set(key, made);
  return made;
}

const linkLayers = new Set(["ethernet", "vlan"]);
