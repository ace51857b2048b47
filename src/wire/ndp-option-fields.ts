/** Sources: RFC 4861, section 4.6; RFC 8106, section 5; RFC 4191, section 2.3. */
import type { FramePen } from "./frame-pen.ts";
import type { HeaderTable } from "./header.ts";
import { HeaderView } from "./header-view.ts";
import {
  dnsLifetime,
  dnsServer,
  linkAddress,
  ndpMtu,
  ndpOption,
  ndpOptionTypes,
  prefixInformation,
  routeInformation,
} from "./ndp-options.ts";
import { exactly, type OptionBody, repeated } from "./option-list.ts";

const option = new HeaderView(ndpOption, "icmpv6", "option");
const inOption = (table: HeaderTable) => new HeaderView(table, "icmpv6", "option");
const [route, lifetime, server] = [routeInformation, dnsLifetime, dnsServer].map(inOption) as [
  ReturnType<typeof inOption>,
  ReturnType<typeof inOption>,
  ReturnType<typeof inOption>,
];

const bodies: Readonly<Record<number, OptionBody>> = {
  1: exactly(inOption(linkAddress)),
  2: exactly(inOption(linkAddress)),
  3: exactly(inOption(prefixInformation)),
  5: exactly(inOption(ndpMtu)),
  24: first(route),
  25: (pen, from, to) => repeated(pen, server, first(lifetime)(pen, from, to, to), to),
  31: first(lifetime),
};

/** Adds the options of neighbor discovery; lengths count units of 8 bytes. */
export function ndpOptionFields(pen: FramePen, from: number, to: number): void {
  pen.extend(to);
  for (let at = from; at < to; ) {
    const read = pen.header(option, at, to);
    if (!read) return;
    if (read.length === 0) {
      pen.broken(at + 1, "The length of an option is 0.");
      pen.leaf(at + 2, to, "icmpv6", "not understood", "Behind an option without a length.");
      return;
    }
    const end = at + read.length * 8;
    at = body(pen, read.type, at + 2, pen.covered(end, to, "An option"), end);
  }
}

function body(pen: FramePen, type: number, from: number, to: number, end: number): number {
  const readTo = bodies[type]?.(pen, from, to, end) ?? from;
  const name = `${ndpOptionTypes[type] ?? "option"} content`;
  pen.leaf(readTo, to, "icmpv6", name, "The value of the option.");
  return to;
}

/** A table at the beginning of a value; nothing when there is no room for it. */
function first(view: ReturnType<typeof inOption>): OptionBody {
  return (pen, from, to) => {
    if (to - from < view.table.sizeBytes) return from;
    pen.header(view, from, to);
    return from + view.table.sizeBytes;
  };
}
