import { describe, expect, test } from "vitest";
import type { CapturedPacket } from "./capture-block.ts";
import { CaptureReader } from "./capture-reader.ts";
import { linkTypes } from "./link-types.ts";
import { writePcap } from "./pcap-write.ts";
import { readCapture } from "./read-capture.ts";
import { hex } from "./testing/hex.ts";
import { pcapngWriter } from "./testing/pcapng-file.ts";
import { printedSeed } from "./testing/printed-seed.ts";
import { joined, latin1Bytes } from "./text.ts";

const time = { seconds: 1, nanoseconds: 2000 };
const packets = [
  { time, bytes: hex("01 02 03") },
  { time, bytes: hex("") },
  { time, bytes: new Uint8Array(5000).fill(7) },
];
const pcap = writePcap(packets, { link: linkTypes.ethernet });
const write = pcapngWriter(true);
const pcapng = joined([
  write.section(),
  write.described(1),
  ...packets.map(({ bytes }) => write.enhanced(0, 1_000_002n, bytes)),
]);

const inPieces = (file: Uint8Array, sizeOf: () => number) => {
  const reader = new CaptureReader();
  const seen: { packet: CapturedPacket; bytes: Uint8Array }[] = [];
  const take = (packet: CapturedPacket, bytes: Uint8Array) =>
    void seen.push({ packet, bytes: bytes.slice() });
  for (let at = 0; at < file.length; ) {
    const to = at + sizeOf();
    reader.push(file.subarray(at, to), take);
    at = to;
  }
  return { seen, stopped: reader.end(take) };
};

describe.each([
  ["pcap", pcap],
  ["pcapng", pcapng],
])("a %s file", (_, file) => {
  test.each([1, 7, 4096])("in pieces of %d bytes gives the same packets", (size) => {
    const { seen, stopped } = inPieces(file, () => size);
    expect(stopped).toBeUndefined();
    expect(seen.map(({ bytes }) => bytes)).toEqual(packets.map(({ bytes }) => bytes));
    for (const { packet, bytes } of seen)
      expect(file.slice(packet.at, packet.at + packet.capturedBytes)).toEqual(bytes);
  });

  test("cut off at any byte keeps what is whole and says where it stopped", () => {
    const ends = readCapture(file).packets.map(({ at, capturedBytes }) => at + capturedBytes);
    for (let end = 8; end < file.length; end += end < 200 ? 1 : 97) {
      const { packets: whole, stopped } = readCapture(file.slice(0, end));
      expect(whole.length).toBeLessThanOrEqual(ends.filter((to) => to <= end).length);
      if (stopped) {
        expect(stopped).toMatchObject({ code: "cut-off" });
        const { at, missingBytes } = stopped as { at: number; missingBytes: number };
        expect(at).toBeLessThan(end);
        expect(end + missingBytes).toBeLessThanOrEqual(file.length);
      }
    }
  });

  test("with any bytes changed is read without a throw, and packets lie inside of it", () => {
    const random = printedSeed("capture-reader");
    for (let run = 0; run < 300; run++) {
      const spoiled = file.slice(0, 400);
      for (let count = 0; count < 4; count++)
        spoiled[Math.floor(random() * spoiled.length)] = Math.floor(random() * 256);
      for (const { at, capturedBytes, time } of readCapture(spoiled).packets) {
        expect(at + capturedBytes).toBeLessThanOrEqual(spoiled.length);
        expect(time?.nanoseconds ?? 0).toBeLessThan(1e9);
      }
    }
  });
});

describe("what is no capture", () => {
  const stopOf = (file: Uint8Array) => readCapture(file).stopped;

  test("is told from an empty file", () => {
    expect(stopOf(new Uint8Array())).toEqual({ code: "empty" });
    expect(stopOf(latin1Bytes("Hello, this is a letter."))).toEqual({ code: "not-a-capture" });
    expect(stopOf(latin1Bytes("no"))).toEqual({ code: "not-a-capture" });
  });

  test.each([
    ["gzip", "1f 8b 08 00 00 00 00 00 00 03"],
    ["zstd", "28 b5 2f fd 04 00 00 00 00 00"],
    ["xz", "fd 37 7a 58 5a 00 00 04 e6 d6"],
    ["zip", "50 4b 03 04 14 00 00 00 08 00"],
  ])("is known to be compressed by %s", (by, start) => {
    expect(stopOf(hex(start))).toEqual({ code: "compressed", by });
  });
});

test("a record that is too large to be one stops the reading where it begins", () => {
  const file = joined([pcap, hex("00000000 00000000 ffffffff ffffffff")]);
  const { packets: whole, stopped } = readCapture(file);
  expect(whole.length).toBe(3);
  expect(stopped).toMatchObject({ code: "malformed", at: pcap.length + 8 });
});
