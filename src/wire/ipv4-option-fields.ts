import type { FramePen } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import {
  ipv4OptionLength,
  ipv4OptionPointer,
  ipv4OptionType,
  ipv4OptionTypes,
  ipv4RouteAddress,
  ipv4RouterAlert,
  ipv4Time,
  ipv4TimestampFlags,
} from "./ipv4-options.ts";
import { exactly, OptionList, repeated } from "./option-list.ts";

const address = new HeaderView(ipv4RouteAddress, "ipv4", "route");
const time = new HeaderView(ipv4Time, "ipv4", "timestamp");
const flags = new HeaderView(ipv4TimestampFlags, "ipv4", "timestamp");
const routePointer = new HeaderView(ipv4OptionPointer, "ipv4", "route");
const timePointer = new HeaderView(ipv4OptionPointer, "ipv4", "timestamp");
const withAddresses = [1, 3];

/** The options of an IPv4 header. */
export const ipv4Options = new OptionList(
  "ipv4",
  { kind: ipv4OptionType, length: ipv4OptionLength },
  ipv4OptionTypes,
  {
    7: route,
    68: times,
    131: route,
    137: route,
    148: exactly(new HeaderView(ipv4RouterAlert, "ipv4")),
  },
);

function route(pen: FramePen, from: number, to: number): number {
  if (!pen.header(routePointer, from, to)) return to;
  return repeated(pen, address, from + 1, to);
}

function times(pen: FramePen, from: number, to: number): number {
  if (!pen.header(timePointer, from, to)) return to;
  const read = pen.header(flags, from + 1, to);
  if (!read) return to;
  if (!withAddresses.includes(read.flag)) return repeated(pen, time, from + 2, to);
  let at = from + 2;
  for (; at + 8 <= to; at += 8) {
    pen.header(address, at, to);
    pen.header(time, at + 4, to);
  }
  return at;
}
