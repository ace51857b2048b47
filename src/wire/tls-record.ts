/** Sources: RFC 8446, section 5; RFC 5246, section 6.2. */
import { fail, ok, type Result } from "#lib/result.ts";
import { fieldId } from "./field-id.ts";
import { decodeHeader, headerFields } from "./header.ts";
import { withUniqueIds } from "./leaf.ts";
import { hexPreview } from "./text.ts";
import { tls, tlsContentTypes, tlsHandshake, tlsHandshakeTypes } from "./tls.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

const layer = "tls";
const handshakeRecord = 22;
/** A record of TLS 1.2 may be this much longer than its text. */
const maxRecordBytes = 16_384 + 2048;

/** One record, taken apart. */
export interface TlsRecord {
  fields: WireField<string>[];
  /** What it is, in a few words. */
  summary: string;
  end: number;
}

/** Whether a record may begin here; no more than its first five bytes can say. */
export function beginsTlsRecord(bytes: Uint8Array, at = 0): boolean {
  const read = decodeHeader(tls, bytes, at);
  if (!read.ok) return false;
  const { contentType, version, length } = read.value;
  return contentType in tlsContentTypes && version >= 0x300 && version <= 0x304 && isLength(length);
}

/** Takes apart the record at `from`; fails while it is not whole. */
export function tlsRecord(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): Result<TlsRecord, WireFailure> {
  const read = decodeHeader(tls, bytes.subarray(0, to), from);
  if (!read.ok) return read;
  const { contentType, length } = read.value;
  if (!(contentType in tlsContentTypes) || !isLength(length))
    return fail(malformed(from, "A record begins with its content type, version and length."));
  const bodyFrom = from + tls.sizeBytes;
  const end = bodyFrom + length;
  if (end > to) return fail(truncated(end, to));
  const messages = contentType === handshakeRecord ? handshakes(bytes, bodyFrom, end) : undefined;
  const body = messages?.fields ?? bodyField(bytes, bodyFrom, end, contentType);
  const head = headerFields(tls, bytes, from, layer);
  const summary = messages?.names.join(", ") ?? plainSummary(contentType);
  return ok({ fields: withUniqueIds([...head, ...body]), summary, end });
}

const isLength = (length: number): boolean => length <= maxRecordBytes;

const plainSummary = (contentType: number): string =>
  contentType === handshakeRecord
    ? "handshake, encrypted or in parts"
    : (tlsContentTypes[contentType] ?? "");

const meanings: Readonly<Record<number, string>> = {
  20: "From here on this side encrypts. In TLS 1.3 it means nothing, and is sent for old devices.",
  21: "A warning or an error, or the end of the connection; encrypted once both sides have keys.",
  22: "Encrypted, or part of a message that goes on in other records.",
  23: "Encrypted. Only the two ends have the keys.",
};

const bodyField = (
  bytes: Uint8Array,
  from: number,
  to: number,
  contentType: number,
): WireField<string>[] =>
  from === to
    ? []
    : [
        field(bytes, from, to, {
          name: tlsContentTypes[contentType] ?? "",
          meaning: meanings[contentType] ?? "Not taken apart here.",
          source: "RFC 8446, section 5.2",
        }),
      ];

/**
 * The messages that fill a record; undefined where bytes do not add up to messages: they are
 * encrypted then, or parts of a longer one. Nothing else in the record tells it.
 */
function handshakes(
  bytes: Uint8Array,
  from: number,
  to: number,
): { fields: WireField<string>[]; names: string[] } | undefined {
  const fields: WireField<string>[] = [];
  const names: string[] = [];
  for (let at = from; at < to; ) {
    const read = decodeHeader(tlsHandshake, bytes.subarray(0, to), at);
    const name = read.ok ? tlsHandshakeTypes[read.value.handshakeType] : undefined;
    if (!read.ok || name === undefined) return undefined;
    const bodyFrom = at + tlsHandshake.sizeBytes;
    const end = bodyFrom + read.value.handshakeLength;
    if (end > to) return undefined;
    fields.push(
      ...headerFields(tlsHandshake, bytes, at, layer),
      ...messageField(bytes, bodyFrom, end, name),
    );
    names.push(name);
    at = end;
  }
  return names.length > 0 ? { fields, names } : undefined;
}

const messageField = (bytes: Uint8Array, from: number, to: number, name: string) =>
  from === to
    ? []
    : [
        field(bytes, from, to, {
          name,
          meaning: "What the message says; not taken apart here.",
          source: "RFC 8446, section 4",
        }),
      ];

const field = (
  bytes: Uint8Array,
  from: number,
  to: number,
  said: { name: string; meaning: string; source: string },
): WireField<string> => ({
  id: fieldId(layer, said.name),
  layer,
  from,
  to,
  value: hexPreview(bytes.subarray(from, to)),
  ...said,
});
