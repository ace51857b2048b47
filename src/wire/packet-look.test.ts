import { expect, test } from "vitest";
import { Conversations } from "./conversations.ts";
import { linkTypes } from "./link-types.ts";
import { type LookedProtocol, lookAt } from "./packet-look.ts";
import { readCapture } from "./read-capture.ts";
import { addressText } from "./segment-of.ts";
import { captureFile, captureNames, wiresharkPackets } from "./testing/captures.ts";
import { printedSeed } from "./testing/printed-seed.ts";

/** The last of these among Wireshark's protocols, in front of what a message of ICMP quotes. */
const names: Readonly<Record<string, LookedProtocol>> = {
  arp: "arp",
  ip: "ipv4",
  ipv6: "ipv6",
  icmp: "icmp",
  icmpv6: "icmpv6",
  udp: "udp",
  tcp: "tcp",
};

test.each(captureNames)("a look at each packet of %s sees what Wireshark sees", (name) => {
  const { packets } = readCapture(captureFile(name));
  wiresharkPackets(name).forEach(({ n, protos, fields }, index) => {
    const { bytes, link } = packets[index] ?? { bytes: new Uint8Array(), link: 1 };
    const look = lookAt(bytes, link);
    const seen = protos.map(([proto]) => proto);
    const quote = seen.findIndex((proto) => proto === "icmp" || proto === "icmpv6");
    const own = quote < 0 ? seen : seen.slice(0, quote + 1);
    const last = own.findLast((proto) => proto in names);
    const shownIn = (field: string) => fields.find((one) => one[0] === field && !one[5])?.[4];
    // For Wireshark the last fragment is the datagram; for a look each one is a fragment.
    if (!look.isFragment) expect(look.protocol, `packet ${n}`).toBe(names[last ?? ""] ?? "data");
    if (seen.includes("arp") || look.protocol === "data") return;
    const version = look.addressBytes === 16 ? "ipv6" : "ip";
    expect(addressText(bytes, look.srcAt, look.addressBytes)).toBe(shownIn(`${version}.src`));
    expect(addressText(bytes, look.dstAt, look.addressBytes)).toBe(shownIn(`${version}.dst`));
    if (look.isFragment || (look.protocol !== "tcp" && look.protocol !== "udp")) return;
    expect(`${look.srcPort}`).toBe(shownIn(`${look.protocol}.srcport`));
    expect(`${look.dstPort}`).toBe(shownIn(`${look.protocol}.dstport`));
  });
});

test("mutated and cut packets are looked at without a throw, inside of their bytes", () => {
  const random = printedSeed("packet-look");
  const all = captureNames.flatMap((name) => readCapture(captureFile(name)).packets);
  const conversations = new Conversations();
  for (let run = 0; run < 20_000; run++) {
    const packet = all[Math.floor(random() * all.length)];
    if (!packet) continue;
    const bytes = packet.bytes.slice(0, Math.ceil(random() * 1.2 * packet.bytes.length));
    for (let count = 0; count < 3; count++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const link = random() < 0.9 ? packet.link : linkTypes.null;
    const look = lookAt(bytes, link);
    expect(look.dataFrom).toBeLessThanOrEqual(look.dataTo);
    expect(look.dataTo).toBeLessThanOrEqual(bytes.length);
    if (look.protocol === "tcp") conversations.push(bytes, look, ["a", "b"], run);
  }
});
