import { carriedBy } from "./carried.ts";
import { parseFrame } from "./parsed-frame.ts";
import type { ShownFrame } from "./shown-run.ts";

/** Who a frame goes from and to. */
export const wayWords = ({ from, to }: ShownFrame): string => `${from} → ${to}`;

/** What a frame brings, in a few words: a whole packet, a fragment, or an error. */
export function frameWords({ bytes }: ShownFrame): string {
  const frame = parseFrame(bytes);
  const carried = frame && carriedBy(frame.packet);
  if (!carried) return "a frame";
  const { isFragment, offsetBytes, version } = carried;
  if (isFragment) return `fragment, from byte ${offsetBytes.toLocaleString("en")}`;
  return `${names[carried.protocol] ?? "a packet"} in IPv${version}`;
}

const names: Readonly<Record<number, string>> = { 1: "ICMP", 6: "TCP", 17: "UDP", 58: "ICMPv6" };
