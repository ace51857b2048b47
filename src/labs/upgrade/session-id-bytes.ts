import { utf8Bytes } from "#wire/text.ts";
import type { RunFacts } from "./run-facts.ts";

const OPENING = /^0\{"sid":"([^"]*)"/;
/** Enough to tell the id from what surrounds it; the rest of the packet is left out. */
const shownBytes = 32;

/** The packet that opened the session, and the offsets of the session's id in it. */
export function sessionIdBytes({ exchanges }: RunFacts) {
  const packets = exchanges.flatMap((exchange) => exchange.packets);
  const text = packets.find((packet) => OPENING.test(packet.text))?.text ?? "";
  const id = OPENING.exec(text)?.[1];
  if (id === undefined) return undefined;
  const from = text.indexOf(id);
  const bytes = utf8Bytes(text).subarray(0, shownBytes);
  return {
    hex: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    key: Array.from({ length: id.length }, (_, index) => from + index),
  };
}
