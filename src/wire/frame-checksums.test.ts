import { describe, expect, test } from "vitest";
import { dissectFrame } from "./dissect-frame.ts";
import { frameChecksums } from "./frame-checksums.ts";
import { linkTypes } from "./link-types.ts";
import { readCapture } from "./read-capture.ts";
import {
  captureFile,
  captureNames,
  type WiresharkPacket,
  wiresharkPackets,
} from "./testing/captures.ts";
import { hex } from "./testing/hex.ts";

const layers: Readonly<Record<string, string>> = {
  "ip.checksum.status": "ipv4",
  "tcp.checksum.status": "tcp",
  "udp.checksum.status": "udp",
  "icmp.checksum.status": "icmp",
  "icmpv6.checksum.status": "icmpv6",
};

/** Where the first checksum of a frame can be: in a header of raw IPv4. */
const leastOffset = 10;

/**
 * What Wireshark found good (1) and bad (0): not in packets that an error quotes, and not in a
 * message that it put together from fragments, whose offsets count from its own beginning.
 */
const theirs = ({ protos, fields }: WiresharkPacket): string[] => {
  const icmpAt = protos.find(([name, from]) => name.startsWith("icmp") && from > 0)?.[1];
  const end = icmpAt === undefined ? Number.MAX_VALUE : icmpAt + 2;
  return fields
    .filter(([name, from, , , , elsewhere]) => name in layers && !elsewhere && from <= end)
    .filter(([, from]) => from >= leastOffset)
    .filter(([, , , , shown]) => shown === "0" || shown === "1")
    .map(([name, , , , shown]) => `${layers[name]} ${shown === "1"}`);
};

test.each(captureNames)("%s: right and wrong are as Wireshark finds them", (name) => {
  const { packets } = readCapture(captureFile(name));
  for (const packet of wiresharkPackets(name)) {
    const ours = packets[packet.n - 1];
    if (!ours) throw new Error(`packet ${packet.n} is missing`);
    const found = frameChecksums(ours.bytes, dissectFrame(ours.bytes, ours.link));
    expect([packet.n, ...found.map(({ layer, isRight }) => `${layer} ${isRight}`)]).toEqual([
      packet.n,
      ...theirs(packet),
    ]);
  }
});

describe("a frame of one datagram", () => {
  const frame = hex(`020000000101 020000000102 0800
    4500 001c 8f15 4000 4011 94a4 0a0a0102 0a0a0202 8ed7 1bbc 0008 3e33`);
  const foundIn = (bytes: Uint8Array) =>
    frameChecksums(bytes, dissectFrame(bytes, linkTypes.ethernet)).map(
      ({ layer, isRight }) => `${layer} ${isRight}`,
    );

  test("has two", () => {
    expect(frameChecksums(frame, dissectFrame(frame, linkTypes.ethernet))).toEqual([
      { layer: "ipv4", at: 24, stored: 0x94a4, expected: 0x94a4, isRight: true },
      { layer: "udp", at: 40, stored: 0x3e33, expected: 0x3e33, isRight: true },
    ]);
  });

  test("another TTL makes the header's wrong, and no other", () => {
    expect(foundIn(frame.with(22, 0x3f))).toEqual(["ipv4 false", "udp true"]);
  });

  test("another port makes the datagram's wrong, and no other", () => {
    expect(foundIn(frame.with(35, 0))).toEqual(["ipv4 true", "udp false"]);
  });

  test("[RFC 768] 0 says that none was computed", () => {
    expect(foundIn(frame.with(40, 0).with(41, 0))).toEqual(["ipv4 true"]);
  });

  test("what was cut short is not checked", () => {
    expect(foundIn(frame.subarray(0, 41))).toEqual(["ipv4 true"]);
  });
});
