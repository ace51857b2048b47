import { expect, test } from "vitest";
import { dissectFrame } from "./dissect-frame.ts";
import { linkTypes } from "./link-types.ts";
import { frameFaults } from "./testing/frame-faults.ts";
import { hex } from "./testing/hex.ts";

const sizeBytes = 131_072;

/** A large frame: a beginning, then the same bytes again and again. */
function filled(beginning: string, again: string): Uint8Array {
  const frame = new Uint8Array(sizeBytes);
  const [head, unit] = [hex(beginning), hex(again)];
  frame.set(head);
  for (let at = head.length; at + unit.length <= sizeBytes; at += unit.length) frame.set(unit, at);
  return frame;
}

/** IP whose length of 0 leaves the end open. */
const ipv4 = (protocol: string): string =>
  `4500 0000 0007 0000 40 ${protocol} 0000 0a000001 0a000002`;
const ipv6 = (nextHeader: string): string => `60000000 0000 ${nextHeader} 40 ${"00".repeat(32)}`;
const tcp = (port: string): string => `${port} 9c40 00000001 00000002 5010 faf0 0000 0000`;

test.each([
  ["IPv4 in IPv4", "", ipv4("04")],
  ["IPv6 in IPv6", "", ipv6("29")],
  ["destination options", ipv6("3c"), "3c00 0104 00000000"],
  ["one byte of padding after the other", ipv6("00"), "00"],
  ["fragment headers", ipv6("2c"), "2c000000 00000007"],
  ["errors that quote errors", "", `${ipv4("01")} 0303 0000 00000000`],
  ["options of neighbour discovery", `${ipv6("3a")} 8500 0000 00000000`, "0101 020000000001"],
  ["records of listeners", `${ipv6("3a")} 8f00 0000 0000 ffff`, `0100 0000 ff02${"00".repeat(14)}`],
  ["empty TLS records", ipv4("06") + tcp("01bb"), "1703030000"],
  ["DNS messages", ipv4("06") + tcp("0035"), `000c 0001 0100 ${"00".repeat(8)}`],
  [
    "DNS questions",
    `${ipv4("11")} 0035 9c40 0000 0000 0001 0100 ffff ${"00".repeat(6)}`,
    "c00c00010001",
  ],
])("%s fill a frame, and are read in one pass", (_, beginning, again) => {
  const frame = filled(beginning, again);
  expect(dissectFrame(frame, linkTypes.raw).fields.length).toBeGreaterThan(3);
  expect(frameFaults(frame, linkTypes.raw)).toEqual([]);
});
