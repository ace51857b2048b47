import { describe, expect, test } from "vitest";
import { dissectFrame } from "./dissect-frame.ts";
import { linkTypes } from "./link-types.ts";
import { frameFaults } from "./testing/frame-faults.ts";
import { hex } from "./testing/hex.ts";

const addresses = "020000000002 020000000001";
const ipv4 = "4500 0021 0007 0000 4011 66c3 0a000001 0a000002";
const udp = "03e8 07d0 000d 0000 68656c6c6f";
const arp = "0001 0800 06 04 0001 020000000102 0a0a0102 000000000000 0a0a0101";
const frame = hex(`${addresses} 0800 ${ipv4} ${udp}`);

const layersOf = (bytes: Uint8Array, link: number = linkTypes.ethernet): string =>
  dissectFrame(bytes, link)
    .layers.map(({ layer, from, to }) => `${layer} ${from}-${to}`)
    .join(", ");

const named = (bytes: Uint8Array, name: string) =>
  dissectFrame(bytes, linkTypes.ethernet).fields.find((field) => field.name === name);

describe("what is inside what", () => {
  test("a frame is taken apart down to the data", () => {
    expect(layersOf(frame)).toBe("ethernet 0-14, ipv4 14-34, udp 34-42, data 42-47");
    const [, ip] = dissectFrame(frame, linkTypes.ethernet).layers;
    expect(ip).toMatchObject({
      title: "IPv4",
      summary: "10.0.0.1 → 10.0.0.2, TTL 64",
      values: { ttl: 64, protocol: 17 },
    });
  });

  test.each(["8100", "88a8", "9100"])("[802.1Q] a tag in a tag, the outer one by %s", (type) => {
    const tagged = hex(`${addresses} ${type} 000a 8100 a014 0800 ${ipv4} ${udp}`);
    expect(layersOf(tagged)).toBe(
      "ethernet 0-14, vlan 14-18, vlan 18-22, ipv4 22-42, udp 42-50, data 50-55",
    );
    const ids = dissectFrame(tagged, linkTypes.ethernet).fields.map(({ id }) => id);
    expect(ids).toContain("vlan.vlan-id-2");
  });

  test("[802.3] a length in the place of the type: data, and padding behind it", () => {
    const stp = hex(`0180c2000000 020000000001 0005 424203 0000 ${"00".repeat(41)}`);
    expect(layersOf(stp)).toBe("ethernet 0-14, data 14-19");
    expect(named(stp, "padding")).toMatchObject({ from: 19, to: 60 });
  });

  test("a type without a table is data", () => {
    expect(layersOf(hex(`${addresses} 1234 010203`))).toBe("ethernet 0-14, data 14-17");
  });

  test("a link type without a table is data from the first byte", () => {
    expect(layersOf(frame, 147)).toBe("data 0-47");
  });

  test.each([
    ["02000000", linkTypes.null],
    ["00000002", linkTypes.null],
    ["00000002", linkTypes.loop],
  ])("loopback, family %s", (family, link) => {
    expect(layersOf(hex(`${family} ${ipv4} ${udp}`), link)).toBe(
      "null 0-4, ipv4 4-24, udp 24-32, data 32-37",
    );
  });

  test("raw IP says itself which version it is", () => {
    expect(layersOf(hex(ipv4 + udp), linkTypes.raw)).toMatch(/^ipv4 0-20/);
    const six = hex(`60000000 0000 3b 40 ${"00".repeat(32)}`);
    expect(layersOf(six, linkTypes.raw)).toBe("ipv6 0-40");
  });

  test("Linux cooked captures, both versions", () => {
    const first = hex(`0000 0001 0006 0200000000010000 0800 ${ipv4} ${udp}`);
    expect(layersOf(first, 113)).toBe("sll 0-16, ipv4 16-36, udp 36-44, data 44-49");
    const second = hex(`0806 0000 00000002 0001 00 06 0200000000010000 ${arp}`);
    expect(layersOf(second, 276)).toBe("sll 0-20, arp 20-48");
  });

  test("[RFC 8200 4] extension headers belong to IPv6", () => {
    const packet = hex(`${addresses} 86dd 60000000 001d 00 40 ${"00".repeat(32)}
      3c00 0104 00000000 1100 0104 00000000 ${udp}`);
    expect(layersOf(packet)).toBe("ethernet 0-14, ipv6 14-70, udp 70-78, data 78-83");
  });

  test("[RFC 791 3.1] a fragment that is not the first is data", () => {
    const later = hex(`${addresses} 0800 4500 0021 0007 0001 4011 66c2 0a000001 0a000002 ${udp}`);
    expect(layersOf(later)).toBe("ethernet 0-14, ipv4 14-34, data 34-47");
  });

  test("[RFC 792] an error quotes the packet that it is about", () => {
    const quote = `4500 0058 0007 0000 0111 66c3 0a000001 0a000002 03e8 07d0 0044 0000`;
    const error = hex(
      `4500 0038 0007 0000 4001 66c3 0a000002 0a000001 0b00 f4ff 00000000 ${quote}`,
    );
    const { layers, stopped } = dissectFrame(error, linkTypes.ipv4);
    expect(layers.map(({ layer, isQuoted }) => `${layer} ${isQuoted}`)).toEqual([
      "ipv4 false",
      "icmp false",
      "ipv4 true",
      "udp true",
    ]);
    expect(stopped).toBeUndefined();
  });
});

describe("[802.3] behind what a frame carries", () => {
  const short = hex(`${addresses} 0806 ${arp}`);
  const with_ = (tail: string) => hex(`${addresses} 0806 ${arp} ${tail}`);

  test("zeros up to 60 bytes are padding", () => {
    expect(named(with_("00".repeat(18)), "padding")).toMatchObject({ from: 42, to: 60 });
  });

  test("anything else is a trailer", () => {
    expect(named(with_("01".repeat(18)), "trailer")).toMatchObject({ from: 42, to: 60 });
    expect(named(with_("00".repeat(20)), "trailer")).toMatchObject({ from: 60, to: 62 });
  });

  test("a frame that needs no trailer and has one ends with its check sequence", () => {
    const right = with_(`${"00".repeat(18)} 0945443f`);
    expect(named(right, "frame check sequence")).toMatchObject({
      from: 60,
      to: 64,
      meaning: "CRC-32 over the frame. It is right.",
    });
    expect(named(with_(`${"00".repeat(18)} 07070707`), "frame check sequence")?.meaning).toMatch(
      /none of this frame/,
    );
  });

  test("no layer counts it as its own", () => {
    const { layers } = dissectFrame(with_("00".repeat(18)), linkTypes.ethernet);
    expect(layers.at(-1)).toMatchObject({ layer: "arp", to: short.length });
  });
});

describe("what cannot be", () => {
  const stoppedOf = (bytes: Uint8Array, originalLength = bytes.length) =>
    dissectFrame(bytes, linkTypes.ethernet, { originalLength }).stopped;

  test("a whole frame has no mark", () => {
    expect(stoppedOf(frame)).toBeUndefined();
  });

  test("a frame cut by the capture is marked at every length, and keeps what is there", () => {
    for (let have = 0; have < frame.length; have++) {
      const cut = frame.subarray(0, have);
      expect(frameFaults(cut, linkTypes.ethernet, frame.length)).toEqual([]);
      expect(stoppedOf(cut, frame.length)).toMatchObject({ code: "truncated", have });
    }
  });

  test.each([
    ["total length", 16, "0fff", "ipv4", "malformed"],
    ["total length", 16, "0010", "ipv4", "malformed"],
    ["version", 14, "9500", "ipv4", "malformed"],
    ["header length", 14, "4400", "ipv4", "malformed"],
    ["header length", 14, "4f00", "ipv4", "malformed"],
    ["length", 38, "0fff", "udp", "malformed"],
    ["length", 38, "0007", "udp", "malformed"],
  ])("a %s that lies is told (byte %i: %s)", (_, at, digits, layer, code) => {
    const lying = frame.slice();
    lying.set(hex(digits), at);
    expect(stoppedOf(lying)).toMatchObject({ layer, code });
    expect(frameFaults(lying, linkTypes.ethernet)).toEqual([]);
  });

  test("TCP options that run out of their header are told", () => {
    const segment = hex(`4500 0030 0007 0000 4006 0000 0a000001 0a000002
      1f90 9c40 00000001 00000002 7018 faf0 0000 0000 0101 08ff 00000001`);
    expect(dissectFrame(segment, linkTypes.raw).stopped).toMatchObject({ layer: "tcp", at: 43 });
    expect(frameFaults(segment, linkTypes.raw)).toEqual([]);
  });
});

test("a frame of nothing but tags is taken apart in one pass", () => {
  const tags = hex(`${addresses} 8100 ${"000a8100".repeat(20_000)}`);
  const { layers, fields, stopped } = dissectFrame(tags, linkTypes.ethernet);
  expect(stopped).toMatchObject({ code: "truncated", layer: "vlan", at: tags.length });
  expect(layers.length).toBe(20_001);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
});
