/** Source: RFC 8446, section 5. */
import type { Dissector } from "./frame-pen.ts";
import { beginsTlsRecord, tlsRecord } from "./tls-record.ts";

/** Most records that the summary names. */
const namedRecords = 4;

/** Records that a segment holds as a whole. A part of one cannot be told from other data. */
export const dissectTls: Dissector = (pen, from, to) => {
  const named: string[] = [];
  let at = from;
  for (let read = tlsRecord(pen.bytes, at, to); read.ok; read = tlsRecord(pen.bytes, at, to)) {
    const { fields, summary, end } = read.value;
    if (at === from) pen.open("tls", "TLS", from);
    else pen.hasRepeats = true;
    for (const field of fields) pen.push(field);
    if (named.length <= namedRecords) named.push(named.length < namedRecords ? summary : "…");
    at = end;
  }
  if (at > from) pen.close(at, named.join(", "));
  return { by: "data", number: 0, from: at, to, dataIs: "Part of a TLS record." };
};

/** Whether TCP data begins as a record does. */
export const looksLikeTls = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from >= 5 && bytes[from + 1] === 3 && beginsTlsRecord(bytes, from);
