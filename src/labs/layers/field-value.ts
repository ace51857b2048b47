import { fail, ok, type Result } from "#lib/result.ts";
import { readBits, writeBits } from "#wire/bits.ts";
import { utf8, utf8Bytes } from "#wire/text.ts";
import type { WireField } from "#wire/wire-field.ts";
import { ipv6Bytes } from "./ipv6-bytes.ts";

type Field = Pick<WireField<string>, "from" | "to" | "bits" | "value">;

/** How a field is written by hand. */
export type FieldFormat = "bit" | "number" | "hex" | "mac" | "ipv4" | "ipv6" | "text" | "bytes";

const sizeBits = ({ from, to, bits }: Field): number =>
  bits ? bits[1] - bits[0] : (to - from) * 8;

/** How a field is written, by what it shows. */
export function formatOf(field: Field, bytes: Uint8Array): FieldFormat {
  const { from, to, value } = field;
  if (sizeBits(field) === 1) return "bit";
  if (to - from === 4 && /^\d+(\.\d+){3}/.test(value)) return "ipv4";
  if (to - from === 6 && /^[0-9a-f]{2}(:[0-9a-f]{2}){5}/.test(value)) return "mac";
  if (to - from === 16 && /^[0-9a-f:]+$/.test(value)) return "ipv6";
  if (sizeBits(field) <= 32 && /^0x[0-9a-f]+/.test(value)) return "hex";
  if (sizeBits(field) <= 32 && isNumberOf(field, bytes)) return "number";
  return utf8(bytes.subarray(from, to)) === value ? "text" : "bytes";
}

/** `6, TCP` is a number where the bits say 6; the text `65` is none. */
const isNumberOf = (field: Field, bytes: Uint8Array): boolean =>
  field.value.split(/[, ]/)[0] === String(bitsAt(field, bytes));

const bitsAt = (field: Field, bytes: Uint8Array): bigint =>
  readBits(bytes, field.from * 8 + (field.bits?.[0] ?? 0), sizeBits(field));

/** The field's value as a reader would write it. */
export function editText(field: Field, bytes: Uint8Array): string {
  const format = formatOf(field, bytes);
  if (format === "bit" || format === "number") return String(bitsAt(field, bytes));
  if (format === "bytes") return hexPairs(bytes.subarray(field.from, field.to));
  return format === "text" ? field.value : (field.value.split(/[, ]/)[0] ?? "");
}

const hexPairs = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

/**
 * The bytes with another value in a field, as the reader wrote it.
 *
 * @returns a sentence that says what would fit, when it does not
 */
export function withValue(
  bytes: Uint8Array,
  field: Field,
  text: string,
): Result<Uint8Array, string> {
  const format = formatOf(field, bytes);
  if (format === "bit" || format === "number" || format === "hex")
    return withNumber(bytes, field, text);
  const value = parsers[format](text);
  const size = field.to - field.from;
  if (value === undefined) return fail(`Write ${examples[format]}.`);
  if (value.length !== size)
    return fail(`This field has ${size} bytes here, and that makes ${value.length}.`);
  const changed = bytes.slice();
  changed.set(value, field.from);
  return ok(changed);
}

function withNumber(bytes: Uint8Array, field: Field, text: string): Result<Uint8Array, string> {
  const size = sizeBits(field);
  const most = (1n << BigInt(size)) - 1n;
  const isNumber = /^\s*(0x[0-9a-f]{1,16}|\d{1,20})\s*$/i.test(text);
  if (!isNumber || BigInt(text) > most)
    return fail(
      `Write a whole number from 0 to ${most}: ${size} ${size === 1 ? "bit is" : "bits are"} all there is.`,
    );
  const value = BigInt(text);
  const from = field.from * 8 + (field.bits?.[0] ?? 0);
  const changed = bytes.slice();
  const mask = new Uint8Array(bytes.length);
  writeBits(mask, from, most, size);
  const written = new Uint8Array(bytes.length);
  writeBits(written, from, value, size);
  for (let at = field.from; at < field.to; at++)
    changed[at] = ((changed[at] ?? 0) & ~(mask[at] ?? 0)) | (written[at] ?? 0);
  return ok(changed);
}

type Written = Exclude<FieldFormat, "bit" | "number" | "hex">;

const examples: Readonly<Record<Written, string>> = {
  mac: "six pairs of hexadecimal digits, such as 00:00:5e:00:53:01",
  ipv4: "four numbers up to 255, such as 192.0.2.10",
  ipv6: "an IPv6 address, such as 2001:db8::a",
  text: "text of the same length",
  bytes: "pairs of hexadecimal digits, such as 68 65 79",
};

const parsers: Readonly<Record<Written, (text: string) => Uint8Array | undefined>> = {
  mac: (text) => (/^\s*[0-9a-f]{2}([:-][0-9a-f]{2}){5}\s*$/i.test(text) ? pairs(text) : undefined),
  ipv4: (text) => {
    const parts = text.trim().split(".");
    const isAddress =
      parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
    return isAddress ? Uint8Array.from(parts, Number) : undefined;
  },
  ipv6: ipv6Bytes,
  text: (text) => utf8Bytes(text),
  bytes: (text) => (/^\s*([0-9a-f]{2}\s*)+$/i.test(text) ? pairs(text) : undefined),
};

const pairs = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
