/** Source: RFC 1035, section 4. */
import { dnsFields } from "./dns-message.ts";
import { dnsOverTcp } from "./dns-stream.ts";
import type { Dissector, FramePen } from "./frame-pen.ts";
import type { WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

/** A message that fills a datagram. */
export const dissectDns: Dissector = (pen, from, to) => {
  pen.open("dns", "DNS", from);
  const { fields, summary, failure } = dnsFields(pen.bytes, from, to);
  add(pen, fields, failure);
  pen.close(to, summary);
  return undefined;
};

/** Messages that a segment holds as a whole, their lengths in front. */
export const dissectDnsOverTcp: Dissector = (pen, from, to) => {
  const bytes = pen.bytes.subarray(0, to);
  let at = from;
  pen.hasRepeats = true;
  for (let read = dnsOverTcp(bytes, at); read.ok && at < to; read = dnsOverTcp(bytes, at)) {
    pen.open("dns", "DNS", at);
    const { fields, summary, failure, end } = read.value;
    add(pen, fields, failure);
    pen.close(end, summary);
    at = end;
  }
  return { by: "data", number: 0, from: at, to, dataIs: "Part of a DNS message." };
};

function add(pen: FramePen, fields: readonly WireField<string>[], failure?: WireFailure): void {
  for (const field of fields) pen.push(field);
  if (failure?.code === "truncated") pen.missing(failure.have, failure.need, failure.have);
  else if (failure) pen.broken(failure.at, failure.rule);
}
