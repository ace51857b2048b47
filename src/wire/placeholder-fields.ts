import { leaf } from "./leaf.ts";
import { socketIoSource } from "./socket-io.ts";
import { latin1 } from "./text.ts";
import type { WireField } from "./wire-field.ts";

const PLACEHOLDER = /\{"_placeholder":true,"num":(\d{1,10})\}/g;

/** One argument of an event, cut where an attachment has left a placeholder. */
export function placeholderFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  number: number,
): WireField[] {
  const fields: WireField[] = [];
  const argument = (start: number, end: number): void => {
    if (end > start) fields.push(argumentField(bytes, start, end, number));
  };
  let at = from;
  for (const match of latin1(bytes, from, to).matchAll(PLACEHOLDER)) {
    const start = from + match.index;
    argument(at, start);
    at = start + match[0].length;
    fields.push(placeholderField(bytes, start, at, match[1] ?? ""));
  }
  argument(at, to);
  return fields;
}

const argumentField = (bytes: Uint8Array, from: number, to: number, number: number): WireField =>
  leaf(bytes, from, to, {
    layer: "data",
    name: `argument ${number}`,
    meaning: "What was given to emit, as JSON.",
    source: "RFC 8259, section 3",
  });

const placeholderField = (
  bytes: Uint8Array,
  from: number,
  to: number,
  attachment: string,
): WireField =>
  leaf(bytes, from, to, {
    layer: "socket.io",
    name: `placeholder ${attachment}`,
    meaning: `Stands where attachment ${attachment} belongs.`,
    source: socketIoSource,
  });
