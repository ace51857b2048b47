import { describe, expect, test } from "vitest";
import { decodeHeader, defineHeader, encodeHeader, headerFields } from "./header.ts";
import { hex } from "./testing/hex.ts";

const row = (name: string, bits: number) =>
  ({ name, bits, kind: "number", doc: `${name}.`, source: "RFC 791, section 3.1" }) as const;
const address = (name: string) =>
  ({
    name,
    bits: 32,
    kind: "bytes",
    show: (bytes: Uint8Array) => bytes.join("."),
    doc: `${name}.`,
    source: "RFC 791, section 3.1",
  }) as const;

const ipv4 = defineHeader("ipv4", [
  row("version", 4),
  row("ihl", 4),
  row("dscp", 6),
  row("ecn", 2),
  row("totalLength", 16),
  row("identification", 16),
  { ...row("reserved", 1), kind: "flag" },
  { ...row("df", 1), kind: "flag" },
  { ...row("mf", 1), kind: "flag" },
  row("fragmentOffset", 13),
  row("ttl", 8),
  row("protocol", 8),
  row("headerChecksum", 16),
  address("source"),
  address("destination"),
]);

/** A UDP datagram's header between two hosts of our own. */
const bytes = hex("4500 0021 a1b2 4000 4011 0412 0a00 0001 0a00 0102");

describe("a header table", () => {
  test("[RFC 791 3.1] reads each field of an IPv4 header", () => {
    const read = decodeHeader(ipv4, bytes);
    expect(read).toMatchObject({
      ok: true,
      value: { version: 4, ihl: 5, totalLength: 33, df: true, mf: false, ttl: 64, protocol: 17 },
    });
  });

  test("writes the bytes that it has read", () => {
    const read = decodeHeader(ipv4, bytes);
    expect(read.ok && encodeHeader(ipv4, read.value)).toEqual(bytes);
  });

  test("computes the place of each row, in bits where it is smaller than its bytes", () => {
    const fields = headerFields(ipv4, bytes, 0, "ip");
    expect(fields.find(({ id }) => id === "ip.fragment-offset")).toMatchObject({
      name: "fragment offset",
      from: 6,
      to: 8,
      bits: [3, 16],
    });
    expect(fields.find(({ name }) => name === "destination")).toMatchObject({
      id: "ip.destination",
      from: 16,
      to: 20,
      value: "10.0.1.2",
    });
  });

  test("reads at any offset", () => {
    const shifted = Uint8Array.of(1, 2, 3, ...bytes);
    expect(decodeHeader(ipv4, shifted, 3)).toEqual(decodeHeader(ipv4, bytes));
    expect(headerFields(ipv4, shifted, 3, "ip")[0]).toMatchObject({ from: 3, to: 4, bits: [0, 4] });
  });

  test("says what is missing, at every length", () => {
    for (let have = 0; have < bytes.length; have++)
      expect(decodeHeader(ipv4, bytes.subarray(0, have))).toEqual({
        ok: false,
        failure: { code: "truncated", need: 20, have },
      });
  });

  test("holds 64 bits without loss", () => {
    const table = defineHeader("long", [{ ...row("long", 64), kind: "big" }]);
    const value = { long: 0xfedcba9876543210n };
    expect(encodeHeader(table, value)).toEqual(hex("fedcba9876543210"));
    expect(decodeHeader(table, hex("fedcba9876543210"))).toEqual({ ok: true, value });
  });

  test("throws on a value that does not fit", () => {
    const table = defineHeader("small", [row("nibble", 4), row("rest", 4)]);
    expect(() => encodeHeader(table, { nibble: 16, rest: 0 })).toThrow("small.nibble = 16");
    expect(() => encodeHeader(table, { nibble: -1, rest: 0 })).toThrow("small.nibble = -1");
    expect(() => encodeHeader(table, { nibble: 0.5, rest: 0 })).toThrow("small.nibble = 0.5");
  });

  test("throws on rows that no header has", () => {
    expect(() => defineHeader("odd", [row("x", 7)])).toThrow("must fill whole bytes");
    expect(() => defineHeader("wide", [row("x", 56)])).toThrow("at most 53");
    expect(() => defineHeader("flag", [{ ...row("x", 8), kind: "flag" }])).toThrow("a flag has 1");
  });
});
