/** Sources: RFC 5952, section 4 (IPv6 as text); the rest as it is written everywhere. */

import { hexPairs } from "./text.ts";

/** `02:00:00:00:01:02`, for hardware addresses of any length. */
export function macText(bytes: Uint8Array): string {
  let text = hexPairs[bytes[0] ?? 0] ?? "";
  for (let at = 1; at < bytes.length; at++) text += `:${hexPairs[bytes[at] ?? 0]}`;
  return text;
}

/** `10.0.1.2`. */
export const ipv4Text = (bytes: Uint8Array): string =>
  `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}`;

/** `fe80::1`: no leading zeros, and the first longest run of two or more zero groups as `::`. */
export function ipv6Text(bytes: Uint8Array): string {
  const groups: number[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  const { from, to } = longestZeros(groups);
  if (to - from < 2) return hexGroups(groups);
  return `${hexGroups(groups.slice(0, from))}::${hexGroups(groups.slice(to))}`;
}

/** A number as `0x0800`. */
export const hexNumber = (value: number, digits: number): string =>
  `0x${value.toString(16).padStart(digits, "0")}`;

const hexGroups = (groups: readonly number[]): string =>
  groups.map((group) => group.toString(16)).join(":");

function longestZeros(groups: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let at = 0; at < groups.length; at++) {
    if (groups[at] !== 0) from = at + 1;
    else if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 };
  }
  return best;
}
