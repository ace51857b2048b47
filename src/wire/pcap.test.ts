import { describe, expect, test } from "vitest";
import { linkTypes } from "./link-types.ts";
import { writePcap } from "./pcap-write.ts";
import { readCapture } from "./read-capture.ts";
import { hex } from "./testing/hex.ts";

const packets = [
  { time: { seconds: 1_795_403_420, nanoseconds: 620_809_001 }, bytes: hex("01 02 03") },
  { time: { seconds: 0, nanoseconds: 999_999_999 }, bytes: hex(""), originalBytes: 1500 },
];

describe("a pcap file", () => {
  test("that was written in nanoseconds is read as it was", () => {
    const file = writePcap(packets, { link: linkTypes.raw, isNanosecond: true });
    const { packets: read, stopped } = readCapture(file);
    expect(stopped).toBeUndefined();
    expect(read.map(({ time, bytes }) => ({ time, bytes }))).toEqual(
      packets.map(({ time, bytes }) => ({ time, bytes })),
    );
    expect(read.map(({ originalBytes }) => originalBytes)).toEqual([3, 1500]);
    expect(read[0]?.link).toBe(linkTypes.raw);
  });

  test("that was written in microseconds has lost the rest of its times", () => {
    const { packets: read } = readCapture(writePcap(packets, { link: linkTypes.ethernet }));
    expect(read.map(({ time }) => time?.nanoseconds)).toEqual([620_809_000, 999_999_000]);
  });

  test.each([
    ["a1b2c3d4 0002 0004 00000000 00000000 00040000 00000065 00000007 00000008", 8000],
    ["a1b23c4d 0002 0004 00000000 00000000 00040000 00000065 00000007 00000008", 8],
  ])("with the most significant byte first is read: %s", (head, nanoseconds) => {
    const { packets: read } = readCapture(hex(`${head} 00000002 00000005 cafe`));
    expect(read).toEqual([
      {
        at: 40,
        capturedBytes: 2,
        originalBytes: 5,
        link: linkTypes.raw,
        time: { seconds: 7, nanoseconds },
        bytes: hex("cafe"),
      },
    ]);
  });

  test("takes raw IP by the numbers that it had on other systems", () => {
    const { packets: read } = readCapture(writePcap(packets, { link: 12 }));
    expect(read[0]?.link).toBe(linkTypes.raw);
  });
});
