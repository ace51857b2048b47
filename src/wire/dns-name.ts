/**
 * Source: RFC 1035, sections 3.1 and 4.1.4.
 *
 * Leaves out: names in other alphabets, which are shown as they stand (`xn--…`).
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";

/** A name, and where it ends in the place where it was read: behind a pointer, if one ends it. */
export interface DnsName {
  /** As it is written in zones, without the last dot; `.` is the root. */
  text: string;
  end: number;
  isCompressed: boolean;
}

/** A message as the space that pointers count in. */
export interface DnsSpace {
  bytes: Uint8Array;
  /** Offset of the message; pointers count from here. */
  from: number;
  /** Offset behind what may be read. */
  to: number;
}

const maxNameBytes = 255;
/** A name has fewer labels than this, so that more pointers lead nowhere. */
const maxPointers = 127;

interface Reading {
  next: number;
  /** Where the part begins that is read now; pointers lead to before it. */
  part: number;
  /** Offset behind the first pointer. */
  end: number | undefined;
  sizeBytes: number;
  pointers: number;
  labels: string[];
}

/**
 * Reads the name at `at`. A pointer must lead back, before the part that it ends: so no name
 * contains itself, and reading ends.
 */
export function readDnsName(space: DnsSpace, at: number): Result<DnsName, WireFailure> {
  const reading: Reading = {
    next: at,
    part: at,
    end: undefined,
    sizeBytes: 1,
    pointers: 0,
    labels: [],
  };
  while (space.bytes[reading.next] !== 0 || reading.next >= space.to) {
    const step = readPart(space, reading);
    if (!step.ok) return step;
  }
  const { labels, end, next } = reading;
  const text = labels.length > 0 ? labels.join(".") : ".";
  return ok({ text, end: end ?? next + 1, isCompressed: end !== undefined });
}

function readPart(space: DnsSpace, reading: Reading): Result<undefined, WireFailure> {
  const { bytes, to } = space;
  const { next } = reading;
  if (next >= to) return fail(truncated(next + 1, to));
  const length = bytes[next] ?? 0;
  if (length >= 0xc0) return followPointer(space, reading);
  if (length > 63) return fail(malformed(next, "A label has at most 63 bytes."));
  const end = next + 1 + length;
  if (end > to) return fail(truncated(end, to));
  reading.sizeBytes += 1 + length;
  if (reading.sizeBytes > maxNameBytes)
    return fail(malformed(next, `A name has at most ${maxNameBytes} bytes.`));
  reading.labels.push(labelText(bytes, next + 1, end));
  reading.next = end;
  return ok(undefined);
}

function followPointer(
  { bytes, from, to }: DnsSpace,
  reading: Reading,
): Result<undefined, WireFailure> {
  const { next, part } = reading;
  if (next + 2 > to) return fail(truncated(next + 2, to));
  const target = from + ((((bytes[next] ?? 0) & 0x3f) << 8) | (bytes[next + 1] ?? 0));
  if (target >= part || ++reading.pointers > maxPointers)
    return fail(malformed(next, "A pointer leads back to a name that stands before."));
  reading.end ??= next + 2;
  reading.next = target;
  reading.part = target;
  return ok(undefined);
}

/** A label as zones have it: what is no visible ASCII as `\ddd`, dots and backslashes escaped. */
function labelText(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const char = String.fromCharCode(byte);
    if (byte <= 0x20 || byte > 0x7e) text += `\\${String(byte).padStart(3, "0")}`;
    else text += char === "." || char === "\\" ? `\\${char}` : char;
  }
  return text;
}
