import { describe, expect, test } from "vitest";
import { linkTypes } from "./link-types.ts";
import { readCapture } from "./read-capture.ts";
import { hex } from "./testing/hex.ts";
import { pcapngWriter } from "./testing/pcapng-file.ts";
import { joined } from "./text.ts";

const bytes = hex("ca fe 01");

describe.each([true, false])("a pcapng file, least significant byte first: %s", (isLittle) => {
  const write = pcapngWriter(isLittle);
  const timesOf = (...blocks: Uint8Array[]) =>
    readCapture(joined(blocks)).packets.map(({ time }) => time);

  test("has packets of several interfaces with link types of their own", () => {
    const { packets, stopped } = readCapture(
      joined([
        write.section(),
        write.described(linkTypes.ethernet),
        write.described(linkTypes.raw),
        write.enhanced(1, 5_000_001n, bytes, 99),
        write.enhanced(0, 6n, hex("")),
      ]),
    );
    expect(stopped).toBeUndefined();
    expect(packets.map(({ link }) => link)).toEqual([linkTypes.raw, linkTypes.ethernet]);
    expect(packets[0]).toMatchObject({
      bytes,
      originalBytes: 99,
      time: { seconds: 5, nanoseconds: 1000 },
    });
  });

  test("counts time as the interface says: powers of 10, powers of 2, an offset", () => {
    const nano = write.described(1, 0, write.option(9, Uint8Array.of(9)));
    const binary = write.described(1, 0, write.option(9, Uint8Array.of(0x80 | 20)));
    const offset = write.described(
      1,
      0,
      write.option(2, hex("41 42 43")),
      write.option(14, write.numbers([-3n, 8])),
    );
    const fine = write.described(1, 0, write.option(9, Uint8Array.of(0xff)));
    expect(
      timesOf(
        write.section(),
        nano,
        binary,
        offset,
        fine,
        write.enhanced(0, 1_795_403_420_620_809_123n, bytes),
        write.enhanced(1, 3n << 19n, bytes),
        write.enhanced(2, 10_000_000n, bytes),
        write.enhanced(3, 1n << 63n, bytes),
      ),
    ).toEqual([
      { seconds: 1_795_403_420, nanoseconds: 620_809_123 },
      { seconds: 1, nanoseconds: 500_000_000 },
      { seconds: 7, nanoseconds: 0 },
      { seconds: 0, nanoseconds: 0 },
    ]);
  });

  test("holds simple packets, cut where the first interface cuts, without a time", () => {
    const { packets } = readCapture(
      joined([write.section(), write.described(1, 2), write.simple(3, hex("ca fe"))]),
    );
    expect(packets).toMatchObject([{ bytes: hex("ca fe"), originalBytes: 3, time: undefined }]);
  });

  test("holds packets of the obsolete kind", () => {
    expect(timesOf(write.section(), write.described(1), write.obsolete(0, 9n, bytes))).toEqual([
      { seconds: 0, nanoseconds: 9000 },
    ]);
  });

  test("skips blocks that hold no packet", () => {
    expect(
      timesOf(write.section(), write.block(5, hex("00 00 00 00")), write.block(0x8bad, bytes)),
    ).toEqual([]);
  });

  test("begins a new section with other interfaces, in its own byte order", () => {
    const other = pcapngWriter(!isLittle);
    const { packets } = readCapture(
      joined([
        write.section(),
        write.described(1),
        write.enhanced(0, 1n, bytes),
        other.section(),
        other.described(linkTypes.raw),
        other.enhanced(0, 2n, bytes),
      ]),
    );
    expect(packets.map(({ link, time }) => [link, time?.nanoseconds])).toEqual([
      [1, 1000],
      [linkTypes.raw, 2000],
    ]);
  });

  test("stops at a packet whose interface was not described", () => {
    const section = write.section();
    const { packets, stopped } = readCapture(joined([section, write.enhanced(0, 1n, bytes)]));
    expect(packets).toEqual([]);
    expect(stopped).toMatchObject({ code: "malformed", at: section.length + 8 });
  });
});
