/**
 * One captured frame, taken apart down to data.
 *
 * Leaves out: what needs more than one frame: fragments put together, and TCP streams.
 */
import { ethernetTrailer } from "./ethernet-trailer.ts";
import {
  type Dissector,
  FramePen,
  type FrameStop,
  type Inside,
  type LayerView,
  type Tail,
} from "./frame-pen.ts";
import { withUniqueIds } from "./leaf.ts";
import { type LinkType, linkTypes } from "./link-types.ts";
import { links, protocols, tcpData } from "./protocols.ts";
import type { WireField } from "./wire-field.ts";

/** A frame's layers, outermost first, and its fields. Every byte belongs to exactly one field. */
export interface FrameDissection {
  link: LinkType;
  layers: LayerView[];
  fields: WireField<string>[];
  /** Where reading stopped: bytes that are missing, or the first rule that is broken. */
  stopped?: FrameStop;
}

/** Takes a frame apart. `originalLength` is its length on the wire, if the capture kept less. */
export function dissectFrame(
  bytes: Uint8Array,
  link: LinkType,
  { originalLength }: { originalLength?: number } = {},
): FrameDissection {
  const pen = new FramePen(bytes, originalLength);
  const dissect = links[link];
  if (dissect) descend(pen, dissect);
  else data(pen, { by: "data", number: 0, from: 0, to: bytes.length });
  for (let tail = pen.tails.pop(); tail; tail = pen.tails.pop()) behind(pen, link, tail);
  if (pen.isSnapped) pen.missing(bytes.length, pen.originalLength, bytes.length);
  const { layers, stopped } = pen;
  const fields = pen.hasRepeats ? withUniqueIds(pen.fields) : pen.fields;
  return stopped ? { link, layers, fields, stopped } : { link, layers, fields };
}

function descend(pen: FramePen, first: Dissector): void {
  let dissect: Dissector | undefined = first;
  let at: Inside = { by: "data", number: 0, from: 0, to: pen.bytes.length };
  while (dissect) {
    const inside: Inside | undefined = dissect(pen, at.from, at.to);
    at = inside ?? unreadOf(pen, at);
    dissect = inside && dissectorOf(pen, inside);
  }
  data(pen, at);
}

/** What the last layer has left: bytes behind its fields, up to where a tail begins. */
function unreadOf(pen: FramePen, { from, to }: Inside): Inside {
  const readTo = Math.max(from, pen.fields.at(-1)?.to ?? 0);
  return { by: "data", number: 0, from: readTo, to: Math.min(to, pen.tails.at(-1)?.from ?? to) };
}

function dissectorOf(pen: FramePen, inside: Inside): Dissector | undefined {
  const { by, number, other = -1, from, to } = inside;
  if (by === "data") return undefined;
  const isPort = by === "tcpPort" || by === "udpPort";
  const dissect = protocols[by][number] ?? protocols[by][other];
  if (from >= to) {
    if (dissect && !isPort) pen.missing(from, from + 1, from);
    return undefined;
  }
  if (dissect || by !== "tcpPort") return dissect;
  return tcpData.find(({ looksLike }) => looksLike(pen.bytes, from, to))?.dissect;
}

function data(pen: FramePen, { by, from, to, dataIs }: Inside): void {
  if (from >= to) return;
  const isProgram = by === "udpPort" || by === "tcpPort";
  const meaning = isProgram ? "What a program sent." : "A protocol that has no table here.";
  pen.open("data", "Data", from);
  pen.leaf(from, to, "data", "data", dataIs ?? meaning);
  pen.close(to, `${to - from} bytes`);
}

function behind(pen: FramePen, link: LinkType, { from, to, isOnLink }: Tail): void {
  if (isOnLink && link === linkTypes.ethernet) ethernetTrailer(pen, from, to);
  else pen.leaf(from, to, "data", "left over", "Behind what the length of the packet covers.");
}
