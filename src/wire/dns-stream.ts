/** Source: RFC 1035, section 4.2.2. */

import { fail, ok, type Result } from "#lib/result.ts";
import { dnsLength } from "./dns.ts";
import { type DnsDissection, dnsFields } from "./dns-message.ts";
import { decodeHeader, headerFields } from "./header.ts";
import { truncated, type WireFailure } from "./truncated.ts";

/** One message of a TCP connection, its length in front. */
export interface DnsOverTcp extends DnsDissection {
  end: number;
}

/** Takes apart the message that begins at `from` with its length; fails while it is not whole. */
export function dnsOverTcp(bytes: Uint8Array, from = 0): Result<DnsOverTcp, WireFailure> {
  const length = decodeHeader(dnsLength, bytes, from);
  if (!length.ok) return length;
  const start = from + dnsLength.sizeBytes;
  const end = start + length.value.messageLength;
  if (bytes.length < end) return fail(truncated(end, bytes.length));
  const message = dnsFields(bytes, start, end);
  const fields = [...headerFields(dnsLength, bytes, from, "dns"), ...message.fields];
  return ok({ ...message, fields, end });
}
