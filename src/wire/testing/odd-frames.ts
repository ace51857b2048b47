/** Frames that real captures seldom hold: tags in tags, cooked captures, rare options, cut frames. */
import { ipv4HeaderChecksum } from "../checksums.ts";
import { encodeHeader } from "../header.ts";
import { ipv4 } from "../ipv4.ts";
import { joined } from "../text.ts";
import { hex } from "./hex.ts";

/** One frame; `originalBytes` when the capture kept less of it. */
export interface OddFrame {
  name: string;
  link: number;
  bytes: Uint8Array;
  originalBytes?: number;
}

const addresses = "020000000002 020000000001";
const arp = "0001 0800 06 04 0001 020000000102 0a0a0102 000000000000 0a0a0101";
const udp = "03e8 07d0 000d 0000 68656c6c6f";
const tcp = "1f90 9c40 00000001 00000002";

/** An IPv4 packet; options and data in hexadecimal. */
function packet4(protocol: number, data: string, options = ""): Uint8Array {
  const [carried, extra] = [hex(data), hex(options)];
  const head = {
    ...{ version: 4, ihl: 5 + extra.length / 4, dscp: 0, ecn: 0, identification: 7, ttl: 64 },
    ...{ totalLength: 20 + extra.length + carried.length, reserved: false, df: false, mf: false },
    ...{
      fragmentOffset: 0,
      protocol,
      headerChecksum: 0,
      src: hex("0a000001"),
      dst: hex("0a000002"),
    },
  };
  const header = joined([encodeHeader(ipv4, head), extra]);
  const sum = ipv4HeaderChecksum(header);
  header.set([sum >> 8, sum & 0xff], 10);
  return joined([header, carried]);
}

/** An IPv6 packet, as hexadecimal digits. */
function packet6(nextHeader: string, data: string): string {
  const length = hex(data).length.toString(16).padStart(4, "0");
  return `60000000 ${length} ${nextHeader} 40 fe80${"00".repeat(13)}01 fe80${"00".repeat(13)}02 ${data}`;
}

const digits = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const hello = digits(packet4(17, udp));
const quoted = digits(packet4(17, `03e8 07d0 0044 0000 ${"78".repeat(60)}`));
const frame = (name: string, data: string): OddFrame => ({
  name,
  link: 1,
  bytes: hex(`${addresses} ${data}`),
});
const over4 = (name: string, protocol: number, data: string, options = ""): OddFrame =>
  frame(name, `0800 ${digits(packet4(protocol, data, options))}`);
const over6 = (name: string, nextHeader: string, data: string): OddFrame =>
  frame(name, `86dd ${packet6(nextHeader, data)}`);
const on = (link: number, name: string, data: string): OddFrame => ({
  name,
  link,
  bytes: hex(data),
});
const cooked = (type: string, data: string): string =>
  `0000 0001 0006 0200000000010000 ${type} ${data}`;

const zeros = (count: number): string => "00".repeat(count);

/** Every odd frame that is whole. */
export const oddFrames: readonly OddFrame[] = [
  frame("padding that does not reach 60", `0806 ${arp} ${zeros(16)}`),
  frame("padding", `0806 ${arp} ${zeros(18)}`),
  frame("padding and 2 more", `0806 ${arp} ${zeros(20)}`),
  frame("no zeros", `0806 ${arp} ${"01".repeat(18)}`),
  frame("padding and check sequence", `0806 ${arp} ${zeros(18)} 0945443f`),
  frame("padding and 4 other bytes", `0806 ${arp} ${zeros(18)} 07070707`),
  frame("a tag and a trailer", `8100 002a 0806 ${arp} ${zeros(18)}`),
  frame("802.1ad", `88a8 000a 8100 0014 0800 ${hello}`),
  frame("802.1ad twice", `88a8 000a 88a8 0014 0806 ${arp} ${zeros(10)}`),
  frame("0x9100", `9100 000a 8100 a014 86dd ${packet6("11", udp)}`),
  frame("three tags", `8100 0001 8100 0002 8100 0003 0800 ${hello}`),
  frame("no EtherType that we know", `1234 ${"ab".repeat(40)}`),
  on(0, "loopback, little-endian", `02000000 ${hello}`),
  on(0, "loopback, big-endian", `00000002 ${hello}`),
  on(0, "loopback, IPv6", `1e000000 ${packet6("11", udp)}`),
  on(108, "OpenBSD loopback", `00000018 ${packet6("11", udp)}`),
  on(101, "raw IPv4", hello),
  on(101, "raw IPv6", packet6("11", udp)),
  on(101, "raw, of no version", "10 78 78 78 78 78 78 78"),
  on(228, "IPv4", hello),
  on(229, "IPv6", packet6("11", udp)),
  on(113, "cooked, IPv4", cooked("0800", hello)),
  on(113, "cooked, IPv6", cooked("86dd", packet6("11", udp))),
  on(113, "cooked, ARP", cooked("0806", arp)),
  on(113, "cooked, no address", `0000 0304 0000 ${zeros(8)} 0800 ${hello}`),
  on(276, "cooked 2, IPv4", `0800 0000 00000002 0001 00 06 0200000000010000 ${hello}`),
  on(276, "cooked 2, ARP", `0806 0000 00000002 0001 01 06 0200000000010000 ${arp}`),
  over4("unreachable", 1, `0303 0000 00000000 ${quoted.slice(0, 56)}`),
  over4("fragmentation needed", 1, `0304 0000 000005dc ${quoted.slice(0, 56)}`),
  over4("fragmentation needed, with length", 1, `0304 0000 001105dc ${quoted.slice(0, 136)}`),
  over4("exceeded, with length", 1, `0b00 0000 00200000 ${quoted} ${zeros(128)}`),
  over4("redirect", 1, `0501 0000 0a000003 ${quoted.slice(0, 56)}`),
  over4("parameter problem", 1, `0c00 0000 14000000 ${quoted.slice(0, 56)}`),
  over4("timestamps", 1, "0d00 0000 00010002 00000001 00000002 00000003"),
  over4("a quote of 8 bytes", 1, `0303 0000 00000000 ${digits(packet4(6, tcp.slice(0, 19)))}`),
  over4("router alert", 17, udp, "94040000"),
  over4("timestamps without addresses", 17, udp, "440c0500 00000001 00000000"),
  over4("IPv6 in IPv4", 41, packet6("11", udp)),
  over4("IPv4 in IPv4", 4, hello),
  over4("a protocol that we do not know", 89, "0201002c 00000000"),
  over4(
    "options of all lengths",
    6,
    `${tcp} d018 faf0 0000 0000 1e08008101020304 2204abcd
    fd04f989 0101 0402 0303 07 01 0204 05b4 01010101 78`,
  ),
  over4(
    "SACK of three blocks",
    6,
    `${tcp} c010 faf0 0000 0000 0101 051a 00000010 00000020
    00000030 00000040 00000050 00000060`,
  ),
  over6("two extension headers", "00", `3c00 0104 00000000 1100 0104 00000000 ${udp}`),
  over6("a routing header", "2b", `1102 0400 00000000 fe80${zeros(13)}03 ${udp}`),
  over6("a fragment that is not the first", "2c", `11000008 00000007 ${"79".repeat(16)}`),
  over6("a fragment that is all", "2c", `11000000 00000007 ${udp}`),
  over6("an authentication header", "33", `1104 0000 00000001 00000002 ${zeros(12)} ${udp}`),
  over6("encrypted", "32", `00000001 00000002 ${"01".repeat(40)}`),
  over6("nothing", "3b", ""),
  over6("IPv4 in IPv6", "04", hello),
];

/** Frames of a capture that kept so many bytes only, at every length. */
export const cutFrames: readonly OddFrame[] = [
  over4("UDP", 17, `03e8 07d0 00d0 0000 ${"78".repeat(200)}`),
  over4("TCP", 6, `${tcp} a018 faf0 0000 0000 020405b4 0402 080a 00000001 00000002 01 030307 6161`),
  over6("IPv6", "11", udp),
].flatMap(({ name, link, bytes }) =>
  Array.from({ length: 74 }, (_, index) => ({
    name: `${name}, ${index + 1} bytes`,
    link,
    bytes: bytes.slice(0, index + 1),
    originalBytes: bytes.length,
  })).filter((cut) => cut.bytes.length < bytes.length),
);
