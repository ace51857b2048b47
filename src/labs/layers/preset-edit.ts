import { frameParts } from "./layer-parts.ts";
import type { Settings } from "./model.ts";
import { parseFrame } from "./parsed-frame.ts";

const ttlAt = { ipv4: 8, ipv6: 7 } as const;

/** The frame after the change by hand that the settings name; nothing is worked out again. */
export function editedFrame(bytes: Uint8Array, { edit, ip, carrier }: Settings): Uint8Array {
  if (edit === "none") return bytes;
  const packetFrom = parseFrame(bytes)?.packetFrom ?? 0;
  const at = edit === "ttl" ? packetFrom + ttlAt[ip] : letterAt(bytes, carrier);
  const byte = bytes[at] ?? 0;
  // `e` becomes `a` by one bit, masked or not.
  return bytes.with(at, edit === "ttl" ? (byte + 255) % 256 : byte ^ 4);
}

/** A byte of the message itself: its second letter, where it has two. */
function letterAt(bytes: Uint8Array, carrier: Settings["carrier"]): number {
  const { fields } = frameParts(bytes, carrier);
  const field =
    fields.find(({ id }) => id === "data.event-name") ??
    fields.findLast(({ layer }) => layer === "data") ??
    fields.find(({ id, to, from }) => id.startsWith("dns.") && to - from > 2);
  if (!field) return bytes.length - 1;
  return Math.min(field.from + 1, field.to - 1);
}
