import { describe, expect, test } from "vitest";
import { TcpReassembly } from "./tcp-reassembly.ts";
import { hex } from "./testing/hex.ts";
import { printedSeed } from "./testing/printed-seed.ts";
import { joined } from "./text.ts";

test("segments in any order, doubled, overlapping, over the end of the numbers, give each byte once", () => {
  const random = printedSeed("tcp-reassembly");
  for (let run = 0; run < 200; run++) {
    const bytes = Uint8Array.from({ length: 300 }, () => Math.floor(random() * 256));
    const begin = run % 2 ? 0xffff_ff80 : 1000;
    const reassembly = new TcpReassembly();
    reassembly.begin(begin);
    const pieces = Array.from({ length: 60 }, () => {
      const from = Math.floor(random() * bytes.length);
      return { from, to: Math.min(bytes.length, from + Math.floor(random() * 40)) };
    });
    pieces.push(...Array.from({ length: 30 }, (_, at) => ({ from: at * 10, to: at * 10 + 10 })));
    const given = pieces.flatMap(({ from, to }) =>
      reassembly.push((begin + from) >>> 0, bytes.subarray(from, to)),
    );
    expect(joined(given)).toEqual(bytes);
    expect(reassembly.isWaiting).toBe(false);
  }
});

describe("bytes behind a gap", () => {
  test("wait, until there are too many of them", () => {
    const reassembly = new TcpReassembly();
    reassembly.begin(0);
    for (let count = 0; count < 20; count++)
      expect(reassembly.push(1 + count * 65_536, new Uint8Array(65_536))).toEqual([]);
    expect(reassembly.isBroken).toBe(true);
    expect(reassembly.isWaiting).toBe(false);
    expect(reassembly.push(0, hex("aa"))).toEqual([]);
  });

  test("are given up when the receiver has what the capture has not", () => {
    const reassembly = new TcpReassembly();
    reassembly.begin(0);
    reassembly.push(10, hex("aa"));
    for (let count = 0; count < 100; count++) reassembly.acknowledged(11);
    expect(reassembly.isBroken).toBe(true);
  });

  test("are not given out when the capture cut a segment short", () => {
    const reassembly = new TcpReassembly();
    reassembly.begin(0);
    expect(reassembly.push(0, hex("aa bb"), 8)).toEqual([hex("aa bb")]);
    expect(reassembly.push(10, hex("cc"))).toEqual([]);
    expect(reassembly.isBroken).toBe(true);
  });
});
