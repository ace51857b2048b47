/** Source: RFC 791, section 3.1. */
import { ipv4Text } from "./addresses.ts";
import type { Dissector, FramePen, Inside } from "./frame-pen.ts";
import type { HeaderValues } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { wrongVersion } from "./ip-version.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv4Options } from "./ipv4-option-fields.ts";

const view = new HeaderView(ipv4, "ipv4");
type Head = HeaderValues<typeof ipv4.rows>;

/** A packet or a fragment. A fragment that is not the first carries the middle of something. */
export const dissectIpv4: Dissector = (pen, from, to) => {
  pen.open("ipv4", "IPv4", from);
  if (from < to && (pen.bytes[from] ?? 0) >> 4 !== 4) return wrongVersion(pen, view, from, to);
  const head = pen.header(view, from, to);
  if (!head) return undefined;
  if (head.ihl < 5) return wrong(pen, from, to, "The header length is below 20 bytes.");
  const dataFrom = pen.covered(from + head.ihl * 4, to, "The header length");
  ipv4Options.read(pen, from + 20, dataFrom);
  pen.close(dataFrom, summaryOf(head));
  const end = endOf(pen, head, from, to);
  if (end < dataFrom) {
    pen.broken(from, "The total length ends within the header.");
    return unread(dataFrom, to);
  }
  pen.tail(end, to);
  return insideOf(pen, head, dataFrom, end);
};

/** A total length of 0 stands where the sender's network card was to cut the packet. */
const endOf = (pen: FramePen, { totalLength }: Head, from: number, to: number): number =>
  totalLength === 0 ? to : pen.covered(from + totalLength, to, "The total length");

function insideOf(pen: FramePen, head: Head, from: number, to: number): Inside {
  const { fragmentOffset, mf, protocol } = head;
  if (mf) pen.isPart = true;
  if (fragmentOffset === 0) return { by: "ipProtocol", number: protocol, from, to };
  return { by: "data", number: 0, from, to, dataIs: "A later part of what was fragmented." };
}

function wrong(pen: FramePen, from: number, to: number, rule: string): Inside {
  pen.broken(from, rule);
  return unread(from + 20, to);
}

const unread = (from: number, to: number): Inside => ({ by: "data", number: 0, from, to });

function summaryOf({ src, dst, ttl, fragmentOffset, mf }: Head): string {
  const way = `${ipv4Text(src)} → ${ipv4Text(dst)}, TTL ${ttl}`;
  return mf || fragmentOffset > 0 ? `${way}, fragment at byte ${fragmentOffset * 8}` : way;
}
