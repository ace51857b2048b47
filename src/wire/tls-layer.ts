/** Source: RFC 8446, section 5. */
import type { Dissector } from "./frame-pen.ts";
import { beginsTlsRecord, tlsRecord } from "./tls-record.ts";

/** Records that a segment holds as a whole. A part of one cannot be told from other data. */
export const dissectTls: Dissector = (pen, from, to) => {
  let at = from;
  for (let read = tlsRecord(pen.bytes, at, to); read.ok; read = tlsRecord(pen.bytes, at, to)) {
    if (at === from) pen.open("tls", "TLS", from);
    const { fields, summary, end } = read.value;
    for (const field of fields) pen.push(field);
    pen.close(end, at === from ? summary : `${pen.layers.at(-1)?.summary}, ${summary}`);
    pen.hasRepeats ||= at > from;
    at = end;
  }
  return { by: "data", number: 0, from: at, to, dataIs: "Part of a TLS record." };
};

/** Whether TCP data begins as a record does. */
export const looksLikeTls = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from >= 5 && bytes[from + 1] === 3 && beginsTlsRecord(bytes, from);
