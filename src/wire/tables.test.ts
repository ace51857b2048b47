import { describe, expect, test } from "vitest";
import { arp } from "./arp.ts";
import { ethernet } from "./ethernet.ts";
import { decodeHeader, encodeHeader, type HeaderTable, headerFields } from "./header.ts";
import { icmpv6, neighborSolicitation } from "./icmpv6.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { tcp } from "./tcp.ts";
import { hex } from "./testing/hex.ts";
import { printedSeed } from "./testing/printed-seed.ts";
import { tables } from "./testing/tables.ts";
import { udp } from "./udp.ts";
import { vlan } from "./vlan.ts";

const shownAs = (table: HeaderTable, bytes: Uint8Array, name: string): string | undefined =>
  headerFields(table, bytes, 0, "x").find((field) => field.name === name)?.value;

const random = printedSeed("tables");

describe.each(tables.map((table) => [table.name, table] as const))("%s", (_, table) => {
  const someBytes = () =>
    Uint8Array.from({ length: table.sizeBytes }, () => Math.floor(random() * 256));

  test("writes the bytes that it has read", () => {
    for (const bytes of [...Array.from({ length: 20 }, someBytes), someBytes().fill(255)]) {
      const read = decodeHeader(table, bytes);
      expect(read.ok && encodeHeader(table, read.value)).toEqual(bytes);
    }
  });

  test("says at every shorter length what is missing", () => {
    for (let have = 0; have < table.sizeBytes; have++)
      expect(decodeHeader(table, someBytes().subarray(0, have))).toEqual({
        ok: false,
        failure: { code: "truncated", need: table.sizeBytes, have },
      });
  });

  test("names each row once", () => {
    const ids = headerFields(table, someBytes(), 0, "x").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("[RFC 894] Ethernet says whom a frame is for and what it carries", () => {
  const bytes = hex("ffffffffffff 020000000102 0806");
  expect(decodeHeader(ethernet, bytes)).toMatchObject({ ok: true, value: { type: 0x0806 } });
  expect(shownAs(ethernet, bytes, "destination MAC")).toBe("ff:ff:ff:ff:ff:ff");
  expect(shownAs(ethernet, bytes, "EtherType")).toBe("0x0806, ARP");
});

test("[802.1Q] a tag has a priority, a VLAN and the type that it moved", () => {
  expect(decodeHeader(vlan, hex("a02a 86dd"))).toMatchObject({
    value: { pcp: 5, dei: false, vlanId: 42, type: 0x86dd },
  });
});

test("[RFC 826] ARP asks for the MAC address of an IP address", () => {
  const bytes = hex("0001 0800 06 04 0001 020000000102 0a0a0102 000000000000 0a0a0101");
  expect(shownAs(arp, bytes, "operation")).toBe("1, request");
  expect(shownAs(arp, bytes, "sender MAC")).toBe("02:00:00:00:01:02");
  expect(shownAs(arp, bytes, "target IP")).toBe("10.10.1.1");
});

test("[RFC 791 3.1] IPv4 from a capture", () => {
  const bytes = hex("4500 0021 a1b2 4000 4011 0412 0a00 0001 0a00 0102");
  expect(decodeHeader(ipv4, bytes)).toMatchObject({
    value: { version: 4, ihl: 5, totalLength: 33, df: true, mf: false, ttl: 64, protocol: 17 },
  });
  expect(shownAs(ipv4, bytes, "destination address")).toBe("10.0.1.2");
});

test("[RFC 8200 3, RFC 4861 4.3] a neighbor solicitation from a capture", () => {
  const bytes = hex(`60000000 0020 3a ff 00000000000000000000000000000000
    ff0200000000000000000001ff000e01`);
  expect(decodeHeader(ipv6, bytes)).toMatchObject({
    value: { version: 6, payloadLength: 32, nextHeader: 58, hopLimit: 255 },
  });
  expect(shownAs(ipv6, bytes, "source address")).toBe("::");
  expect(shownAs(ipv6, bytes, "destination address")).toBe("ff02::1:ff00:e01");
  expect(shownAs(icmpv6, hex("8700 2aa7"), "type")).toBe("135, neighbor solicitation");
  const asked = hex("00000000 fe80 0000 0000 0000 0000 00ff fe00 0e01");
  expect(shownAs(neighborSolicitation, asked, "target address")).toBe("fe80::ff:fe00:e01");
});

test("[RFC 768] UDP has four numbers", () => {
  expect(decodeHeader(udp, hex("c001 0035 0021 1234"))).toEqual({
    ok: true,
    value: { srcPort: 49153, dstPort: 53, length: 33, checksum: 0x1234 },
  });
});

test("[RFC 9293 3.1] TCP: the first segment of a connection", () => {
  const bytes = hex("9c40 1f90 01020304 00000000 a0 02 faf0 abcd 0000");
  expect(decodeHeader(tcp, bytes)).toMatchObject({
    value: { srcPort: 40000, seq: 0x01020304, dataOffset: 10, syn: true, ackFlag: false },
  });
  expect(shownAs(tcp, bytes, "data offset")).toBe("10, 40 bytes");
});
