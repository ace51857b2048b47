/** Options of IPv4 and TCP: a kind, mostly a length that counts both, and a value. */
import type { FramePen } from "./frame-pen.ts";
import type { HeaderTable } from "./header.ts";
import { HeaderView } from "./header-view.ts";

/**
 * Adds what it can read of an option's value, and says where it ended. `end` is where the value
 * ends by its length; it is behind `to` when the packet was cut short.
 */
export type OptionBody = (pen: FramePen, from: number, to: number, end: number) => number;

interface OptionHead {
  kind: HeaderView<HeaderTable["rows"]>;
  length: HeaderView<HeaderTable["rows"]>;
  group: string;
}

/** How the options of one protocol are read. */
export class OptionList {
  readonly #layer: string;
  readonly #kind: HeaderTable;
  readonly #length: HeaderTable;
  readonly #names: Readonly<Record<number, string>>;
  readonly #bodies: Readonly<Record<number, OptionBody>>;
  readonly #heads: (OptionHead | undefined)[] = [];

  constructor(
    layer: string,
    tables: { kind: HeaderTable; length: HeaderTable },
    names: Readonly<Record<number, string>>,
    bodies: Readonly<Record<number, OptionBody>>,
  ) {
    this.#layer = layer;
    this.#kind = tables.kind;
    this.#length = tables.length;
    this.#names = names;
    this.#bodies = bodies;
  }

  /** Adds the options between two offsets. */
  read(pen: FramePen, from: number, to: number): void {
    if (from >= to) return;
    let at = from;
    while (at < to) {
      const kind = pen.bytes[at] ?? 0;
      if (kind === 0) at = this.#end(pen, at, to);
      else at = kind === 1 ? this.#single(pen, at, to) : this.#option(pen, kind, at, to);
    }
  }

  #single(pen: FramePen, at: number, to: number): number {
    pen.header(this.#head(1).kind, at, to);
    return at + 1;
  }

  #end(pen: FramePen, at: number, to: number): number {
    pen.header(this.#head(0).kind, at, to);
    pen.leaf(at + 1, to, this.#layer, "padding", "Fills the header up to a word of 4 bytes.");
    return to;
  }

  #option(pen: FramePen, kind: number, at: number, to: number): number {
    const head = this.#head(kind);
    pen.header(head.kind, at, to);
    if (!pen.header(head.length, at + 1, to)) return to;
    const end = at + (pen.bytes[at + 1] ?? 0);
    const isRight = end >= at + 2 && (end <= to || pen.isCut);
    if (!isRight) pen.broken(at + 1, "The length of an option cannot be.");
    const valueTo = isRight ? Math.min(end, to) : to;
    const body = isRight ? this.#bodies[kind] : undefined;
    this.#value(pen, head, body?.(pen, at + 2, valueTo, end) ?? at + 2, valueTo);
    return valueTo;
  }

  #value(pen: FramePen, { group }: OptionHead, from: number, to: number): void {
    pen.leaf(from, to, this.#layer, `${group} content`, "The value of the option.");
  }

  #head(kind: number): OptionHead {
    const made = this.#heads[kind];
    if (made) return made;
    const group = this.#names[kind] ?? `option ${kind}`;
    const view = (table: HeaderTable) => new HeaderView(table, this.#layer, group);
    const head = { kind: view(this.#kind), length: view(this.#length), group };
    this.#heads[kind] = head;
    return head;
  }
}

/** A value that is one table, and nothing when its length is another. */
export const exactly =
  (view: HeaderView<HeaderTable["rows"]>): OptionBody =>
  (pen, from, to, end) =>
    end - from === view.table.sizeBytes ? pen.part(view, from, to) : from;

/** As many tables as there is room for. */
export function repeated(
  pen: FramePen,
  view: HeaderView<HeaderTable["rows"]>,
  from: number,
  to: number,
): number {
  let at = from;
  for (; at + view.table.sizeBytes <= to; at += view.table.sizeBytes) pen.header(view, at, to);
  return at;
}
