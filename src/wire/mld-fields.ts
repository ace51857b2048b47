/** Sources: RFC 2710, section 3; RFC 3810, section 5.2. */
import type { FramePen } from "./frame-pen.ts";
import { HeaderView } from "./header-view.ts";
import { mld, mldRecord, mldReport, mldSource } from "./mld.ts";

const view = new HeaderView(mld, "icmpv6");
const report = new HeaderView(mldReport, "icmpv6");
const record = new HeaderView(mldRecord, "icmpv6", "record");
const source = new HeaderView(mldSource, "icmpv6", "record");

/** A query, or a report of version 1. What a query of version 2 adds stays data. */
export function mldFields(pen: FramePen, from: number, to: number): void {
  pen.header(view, from, to);
}

/** A report of version 2. */
export function mldReportFields(pen: FramePen, from: number, to: number): void {
  const read = pen.header(report, from, to);
  if (!read) return;
  let at = from + mldReport.sizeBytes;
  for (let left = read.records; left > 0 && at < to; left--) at = recordFields(pen, at, to);
}

function recordFields(pen: FramePen, from: number, to: number): number {
  const read = pen.header(record, from, to);
  if (!read) return to;
  let at = from + mldRecord.sizeBytes;
  for (let left = read.sources; left > 0 && at < to; left--) {
    if (!pen.header(source, at, to)) return to;
    at += mldSource.sizeBytes;
  }
  const end = pen.covered(at + read.auxiliaryLength * 4, to, "The auxiliary data of a record");
  pen.leaf(at, end, "icmpv6", "auxiliary data", "Undefined.", "RFC 3810, section 5.2.11");
  pen.extend(end);
  return end;
}
