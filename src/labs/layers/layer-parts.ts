import { dissect } from "#wire/dissect.ts";
import { dissectFrame } from "#wire/dissect-frame.ts";
import { linkTypes } from "#wire/link-types.ts";
import { preview, utf8 } from "#wire/text.ts";
import type { WireField } from "#wire/wire-field.ts";
import type { Carrier } from "./model.ts";

/** One layer of a frame: its header, or for `data` what is in the innermost one. */
export interface LayerPart {
  /** Unique in its frame: the layer's name, with a number where it comes again. */
  id: string;
  layer: string;
  /** It belongs to the packet that an ICMP error quotes. */
  isQuoted: boolean;
  from: number;
  to: number;
  fields: WireField<string>[];
}

/** A frame, taken apart. */
export interface FrameParts {
  bytes: Uint8Array;
  /** The bytes with what WebSocket has masked as it was before. */
  plain: Uint8Array;
  fields: WireField<string>[];
  /** Outermost first. */
  parts: LayerPart[];
}

const transports = ["tcp", "udp"];

/**
 * Takes a frame apart. What TCP carries is read as what it was made as, since one packet alone does
 * not say it: Wireshark knows a WebSocket by the request that opened it.
 */
export function frameParts(bytes: Uint8Array, carrier: Carrier): FrameParts {
  const { fields } = dissectFrame(bytes, linkTypes.ethernet);
  const lower = headersUntilTransport(fields);
  const from = lower.at(-1)?.to;
  const isMessage = transports.includes(lower.at(-1)?.layer ?? "") && carrier !== "dns";
  if (!isMessage || from === undefined || from >= bytes.length)
    return { bytes, plain: bytes, fields, parts: partsOf(fields) };
  const upper = upperFields(bytes, from, carrier);
  const all = [...lower, ...upper.fields];
  return { bytes, plain: upper.plain, fields: all, parts: partsOf(all) };
}

/** Fields down to the end of TCP or UDP; none where there is neither, or an error quotes one. */
function headersUntilTransport(fields: readonly WireField<string>[]): WireField<string>[] {
  const first = fields.findIndex(({ layer }) => transports.includes(layer));
  if (first < 0 || fields.slice(0, first).some(({ layer }) => layer.startsWith("icmp"))) return [];
  const after = fields.findIndex(
    ({ layer }, index) => index > first && layer !== fields[first]?.layer,
  );
  return fields.slice(0, after < 0 ? fields.length : after);
}

interface Upper {
  plain: Uint8Array;
  fields: WireField<string>[];
}

function upperFields(bytes: Uint8Array, from: number, carrier: Carrier): Upper {
  const payload = bytes.subarray(from);
  const phase = carrier === "socket.io" ? "websocket" : carrier === "http" ? "http" : undefined;
  const carries = carrier === "socket.io" ? "socket.io" : "text";
  const read = phase && dissect(payload, { way: "up", carries, state: { phase } });
  if (!read?.ok || read.value.bytes.length < payload.length)
    return { plain: bytes, fields: [messageField(payload, from)] };
  const plain = bytes.slice();
  plain.set(read.value.plain, from);
  return { plain, fields: read.value.fields.map((field) => moved(field, from)) };
}

const moved = (field: WireField, by: number): WireField<string> => ({
  ...field,
  from: field.from + by,
  to: field.to + by,
});

const messageField = (payload: Uint8Array, from: number): WireField<string> => ({
  id: "data.message",
  layer: "data",
  name: "data",
  from,
  to: from + payload.length,
  value: utf8(payload) === undefined ? `${payload.length} bytes` : preview(payload),
  meaning: "What the program handed to the transport, or a piece of it.",
  source: "RFC 1122, section 1.3.3",
});

/** Fields of the same layer that follow each other are one part. */
function partsOf(fields: readonly WireField<string>[]): LayerPart[] {
  const parts: LayerPart[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (last?.layer === field.layer) {
      last.fields.push(field);
      last.to = Math.max(last.to, field.to);
    } else parts.push(partFrom(field, parts));
  }
  return parts;
}

function partFrom(field: WireField<string>, before: readonly LayerPart[]): LayerPart {
  const { layer, from, to } = field;
  const count = before.filter((part) => part.layer === layer).length + 1;
  const id = count === 1 ? layer : `${layer}-${count}`;
  const isQuoted = before.some((part) => part.layer.startsWith("icmp"));
  return { id, layer, isQuoted, from, to, fields: [field] };
}
