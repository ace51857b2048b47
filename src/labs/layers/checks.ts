import { protocols } from "#sim/packets.ts";
import { dissectFrame } from "#wire/dissect-frame.ts";
import { frameChecksums } from "#wire/frame-checksums.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { linkTypes } from "#wire/link-types.ts";
import { udp } from "#wire/udp.ts";
import { type Carried, carriedBy } from "./carried.ts";
import { parseFrame } from "./parsed-frame.ts";

/** A checksum or a length in a frame: what stands there, and what is due. */
export interface Check {
  kind: "checksum" | "length";
  /** The layer that it belongs to, and the id of its field. */
  layer: string;
  field: string;
  /** Offset in the frame of its two bytes. */
  at: number;
  found: number;
  due: number;
  isRight: boolean;
}

/** All that can be checked in a frame. A fragment's checksum above IP needs the other fragments. */
export const checksOf = (bytes: Uint8Array): Check[] =>
  [...lengthChecks(bytes), ...checksumChecks(bytes)].toSorted((a, b) => a.at - b.at);

const checksumChecks = (bytes: Uint8Array): Check[] =>
  frameChecksums(bytes, dissectFrame(bytes, linkTypes.ethernet)).map(
    ({ layer, at, stored: found, expected: due, isRight }) => {
      const field = layer === "ipv4" ? "ipv4.header-checksum" : `${layer}.checksum`;
      return { kind: "checksum", layer, field, at, found, due, isRight };
    },
  );

function lengthChecks(bytes: Uint8Array): Check[] {
  const frame = parseFrame(bytes);
  const carried = frame && carriedBy(frame.packet);
  if (!carried || (frame.type !== 0x0800 && frame.type !== 0x86dd)) return [];
  const rest = bytes.length - frame.packetFrom;
  return lengthsDue(carried, rest, frame.packet.length).map((length) => {
    const at = frame.packetFrom + length.at;
    const found = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    return { kind: "length", ...length, at, found, isRight: found === length.due };
  });
}

type Due = Pick<Check, "layer" | "field" | "at" | "due">;

/** Lengths by how many bytes are there. Offsets are those in the packet. */
function lengthsDue(carried: Carried, rest: number, packetBytes: number): Due[] {
  const { version, from, protocol, isFragment } = carried;
  const own: Due =
    version === 4
      ? { layer: "ipv4", field: "ipv4.total-length", at: 2, due: rest }
      : { layer: "ipv6", field: "ipv6.payload-length", at: 4, due: rest - ipv6.sizeBytes };
  const hasUdp = protocol === protocols.udp && !isFragment && packetBytes - from >= udp.sizeBytes;
  const inner = { layer: "udp", field: "udp.length", at: from + 4, due: packetBytes - from };
  return hasUdp ? [own, inner] : [own];
}

/** The frame with one field set to what is due. */
export function withDue(bytes: Uint8Array, { at, due }: Pick<Check, "at" | "due">): Uint8Array {
  const repaired = bytes.slice();
  repaired.set([due >> 8, due & 0xff], at);
  return repaired;
}

/** The frame with every length, and then every checksum, as due. */
export function allDue(bytes: Uint8Array): Uint8Array {
  let repaired = bytes;
  for (const kind of ["length", "checksum"] as const)
    for (const check of checksOf(repaired).filter((each) => each.kind === kind && !each.isRight))
      repaired = withDue(repaired, check);
  return repaired;
}
