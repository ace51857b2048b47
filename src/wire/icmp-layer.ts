/** Sources: RFC 792; RFC 4884 for the length of the quote. */
import type { Dissector, FramePen, Inside } from "./frame-pen.ts";
import type { HeaderTable } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import {
  icmp,
  icmpEcho,
  icmpLength,
  icmpLengthMtu,
  icmpLengthPointer,
  icmpMtu,
  icmpPointer,
  icmpRedirect,
  icmpTimes,
  icmpTypes,
  icmpUnused,
} from "./icmp.ts";

const view = new HeaderView(icmp, "icmp");
const rest = (table: HeaderTable) => new HeaderView(table, "icmp");
const [echo, unused, mtu] = [rest(icmpEcho), rest(icmpUnused), rest(icmpMtu)];
const [withLength, withLengthMtu] = [rest(icmpLength), rest(icmpLengthMtu)];
const [redirect, times] = [rest(icmpRedirect), rest(icmpTimes)];
const [pointer, withLengthPointer] = [rest(icmpPointer), rest(icmpLengthPointer)];
const echoes = [0, 8];
const clocks = [13, 14];

/** A message about IPv4. An error quotes the beginning of the packet that it is about. */
export const dissectIcmp: Dissector = (pen, from, to) => {
  pen.open("icmp", "ICMP", from);
  const head = pen.header(view, from, to);
  if (!head) return undefined;
  const { type, code } = head;
  const inside = errorOf(type, code, pen.bytes[from + 5] !== 0);
  pen.close(from + 4, icmpTypes[type] ?? `type ${type}`);
  if (inside) return quoteOf(pen, inside, from + 4, to);
  const isClock = clocks.includes(type);
  if (!isClock && !echoes.includes(type)) return { by: "data", number: 0, from: from + 4, to };
  if (!pen.header(echo, from + 4, to)) return undefined;
  if (isClock) {
    pen.header(times, from + 8, to);
    return undefined;
  }
  return { by: "data", number: 0, from: from + 8, to, dataIs: "What the echo is to bring back." };
};

function errorOf(type: number, code: number, hasLength: boolean): typeof echo | undefined {
  if (type === 3 && code === 4) return hasLength ? withLengthMtu : mtu;
  if (type === 3 || type === 11) return hasLength ? withLength : unused;
  if (type === 12) return hasLength ? withLengthPointer : pointer;
  return type === 5 ? redirect : type === 4 ? unused : undefined;
}

function quoteOf(pen: FramePen, view: typeof echo, at: number, to: number): Inside | undefined {
  const read = pen.header(view, at, to);
  if (!read) return undefined;
  pen.quote();
  const quotedBytes = typeof read.length === "number" ? read.length * 4 : 0;
  const end = quotedBytes > 0 ? Math.min(at + 4 + quotedBytes, to) : to;
  pen.tail(end, to);
  return { by: "ethertype", number: 0x0800, from: at + 4, to: end };
}
