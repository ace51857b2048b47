/** Holds a frame's dissection against Wireshark's, field by field, both ways. */
import { dissectFrame } from "../dissect-frame.ts";
import type { PacketWithBytes } from "../read-capture.ts";
import type { WireField } from "../wire-field.ts";
import { isSame } from "./agreement.ts";
import type { WiresharkField, WiresharkPacket } from "./captures.ts";
import { knownDifferences } from "./known-differences.ts";
import { wiresharkNames } from "./wireshark-names.ts";

/** What was found in one frame. */
export interface FrameAgreement {
  compared: number;
  /** Differences with a known reason, by its place in the list. */
  known: number[];
  /** All others, in words. */
  differences: string[];
}

/** Layers that other tables than those of this test are for. */
const otherLayers = new Set(["data", "dns", "tls"]);

const namesOf = ({ id }: WireField<string>): readonly string[] => {
  const names = wiresharkNames[id] ?? wiresharkNames[id.replace(/-\d+$/, "")] ?? [];
  return typeof names === "string" ? [names] : names;
};

const ourNames = new Set(Object.values(wiresharkNames).flat());

/** Values that Wireshark shows in bytes, and the header in words. */
const inWords = new Set(["ip.hdr_len", "tcp.hdr_len"]);

/** Each field of ours has its counterpart, and each of theirs whose name we know has ours. */
export function frameAgreement(packet: PacketWithBytes, theirs: WiresharkPacket): FrameAgreement {
  const { bytes, link, originalBytes } = packet;
  const { fields } = dissectFrame(bytes, link, { originalLength: originalBytes });
  const known: number[] = [];
  const differences: string[] = [];
  const found = new Set<WiresharkField>();
  const here = theirs.fields.filter(([, , size, , , elsewhere]) => size > 0 && !elsewhere);
  for (const field of fields.filter(({ layer }) => !otherLayers.has(layer))) {
    const names = namesOf(field);
    const match = here.find((their) => names.includes(their[0]) && isCounterpart(their, field));
    if (match) found.add(match);
    else
      note(
        knownDifferences.findIndex(({ ours }) => ours?.(field, theirs)),
        `${field.id} ${field.from}–${field.to} ${field.value}`,
      );
  }
  for (const their of here.filter((their) => ourNames.has(their[0]) && !found.has(their)))
    note(
      knownDifferences.findIndex((known) => known.theirs?.(their, theirs)),
      `we have no ${their[0]} at ${their[1]}`,
    );
  return { compared: found.size, known, differences };

  function note(reason: number, difference: string): void {
    if (reason >= 0) known.push(reason);
    else differences.push(`packet ${theirs.n}: ${difference}`);
  }
}

function isCounterpart(their: WiresharkField, field: WireField<string>): boolean {
  const [name, from, size, , shown] = their;
  if (isSame(their, field)) return true;
  const { value } = field;
  const isHere = field.from >= from && field.to <= from + size;
  const isPrefix = name === "icmpv6.opt.prefix" && field.from === from;
  return isHere && (isPrefix || (inWords.has(name) && value.endsWith(` ${shown} bytes`)));
}
