/** Sources: RFC 8200, section 4.2; RFC 2711, section 2.1, for the router alert. */
import type { FramePen } from "./frame-pen.ts";
import { defineHeader } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const { number } = rowsOf("RFC 8200, section 4.2");

const type = number("type", 8, "Which option this is. Its first bits: what to do if unknown.", {
  show: numberText({ 0: "one byte of padding", 1: "padding", 5: "router alert" }),
});

/** One byte of padding is an option without a length. */
export const ipv6Pad1 = defineHeader("ipv6 option type", [type]);

/** Every other option begins so. */
export const ipv6Option = defineHeader("ipv6 option", [
  type,
  number("length", 8, "Bytes of the value alone."),
]);

const pad1 = new HeaderView(ipv6Pad1, "ipv6", "option");
const option = new HeaderView(ipv6Option, "ipv6", "option");

/** Adds the options of an extension header. */
export function ipv6OptionFields(pen: FramePen, from: number, to: number): void {
  for (let at = from; at < to; ) {
    if (pen.bytes[at] === 0) {
      pen.header(pad1, at, to);
      at += 1;
      continue;
    }
    const read = pen.header(option, at, to);
    if (!read) return;
    const end = pen.covered(at + 2 + read.length, to, "The length of an option");
    pen.leaf(at + 2, end, "ipv6", "option value", "The value of the option.");
    at = end;
  }
}
