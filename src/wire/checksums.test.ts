import { describe, expect, test } from "vitest";
import {
  icmpChecksum,
  icmpv6Checksum,
  internetChecksum,
  ipv4HeaderChecksum,
  tcpChecksum,
  udpChecksum,
} from "./checksums.ts";
import { hex } from "./testing/hex.ts";

/** From a capture, as everything here that has addresses. */
const header = hex("4500 001c 8f15 4000 4011 94a4 0a0a 0102 0a0a 0202");

test("[RFC 1071 3] the sum of the standard's own example", () => {
  expect(internetChecksum(hex("0001 f203 f4f5 f6f7"))).toBe(0xffff - 0xddf2);
});

test("an odd last byte counts as if a zero followed", () => {
  expect(internetChecksum(hex("0001 f2"))).toBe(internetChecksum(hex("0001 f200")));
});

test("is 0 over bytes that hold their right checksum", () => {
  expect(internetChecksum(header)).toBe(0);
  expect(internetChecksum(header.with(8, 0x3f))).not.toBe(0);
});

describe("[RFC 791 3.1] of an IPv4 header", () => {
  test("does not depend on what stands in the field", () => {
    expect(ipv4HeaderChecksum(header)).toBe(0x94a4);
    expect(ipv4HeaderChecksum(header.slice().fill(0x77, 10, 12))).toBe(0x94a4);
  });

  test("grows by 0x0100 when a router takes 1 from the TTL", () => {
    expect(ipv4HeaderChecksum(header.with(8, 0x3f))).toBe(0x95a4);
  });
});

describe("above IP, addresses count", () => {
  const v4 = { src: hex("0a0a0102"), dst: hex("0a0a0202") };

  test("[RFC 768] in UDP over IPv4 and over IPv6", () => {
    expect(udpChecksum(v4, hex("8ed7 1bbc 0008 3e33"))).toBe(0x3e33);
    const v6 = {
      src: hex("fd000001000000000000000000000002"),
      dst: hex("fd000002000000000000000000000002"),
    };
    expect(udpChecksum(v6, hex("c13e 1bbc 0008 28db"))).toBe(0x28db);
  });

  test("[RFC 9293 3.1] in TCP", () => {
    const syn = hex(`e086 1b58 623a23e0 00000000 a002 faf0 196c 0000
      020405b4 0402 080a6d562d3900000000 01 03030a`);
    expect(tcpChecksum(v4, syn)).toBe(0x196c);
    expect(tcpChecksum({ ...v4, dst: hex("0a0a0203") }, syn)).toBe(0x196b);
  });

  test("[RFC 4443 2.3] in ICMPv6", () => {
    const v6 = {
      src: hex("00000000000000000000000000000000"),
      dst: hex("ff0200000000000000000001ff000e01"),
    };
    const solicitation = hex(`8700 2aa7 00000000 fe80000000000000000000fffe000e01
      0e01 b015d1c4a69a`);
    expect(icmpv6Checksum(v6, solicitation)).toBe(0x2aa7);
  });

  test("[RFC 768] a UDP checksum of 0 is written as all ones", () => {
    const none = { src: new Uint8Array(4), dst: new Uint8Array(4) };
    expect(udpChecksum(none, hex("ffde 0000 0008 0000"))).toBe(0xffff);
  });
});

test("[RFC 792] of an ICMP message is over the message alone", () => {
  expect(icmpChecksum(hex("0800 0000 0001 0001"))).toBe(0xf7fd);
});
