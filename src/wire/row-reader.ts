import { readBits, readNumber } from "./bits.ts";
import type { HeaderRow } from "./header.ts";

/** What a row may hold. */
export type HeaderValue = boolean | number | bigint | Uint8Array;

/** Reads the value of one row of the header that begins at `at`. */
export type RowReader = (bytes: Uint8Array, at: number) => HeaderValue;

/** The reader of a row, made once: most rows are a flag, or one, two or four whole bytes. */
export function rowReader({ kind, bits }: HeaderRow, bitFrom: number): RowReader {
  const from = Math.floor(bitFrom / 8);
  const to = Math.ceil((bitFrom + bits) / 8);
  if (kind === "bytes") return (bytes, at) => bytes.slice(at + from, at + to);
  if (kind === "big") return (bytes, at) => readBits(bytes, at * 8 + bitFrom, bits);
  const behind = to * 8 - bitFrom - bits;
  if (kind === "flag") return (bytes, at) => (((bytes[at + from] ?? 0) >> behind) & 1) === 1;
  if (to - from === 1) {
    const mask = 2 ** bits - 1;
    return (bytes, at) => ((bytes[at + from] ?? 0) >> behind) & mask;
  }
  if (bitFrom % 8 === 0 && bits === 16) return (bytes, at) => twoBytes(bytes, at + from);
  if (bitFrom % 8 === 0 && bits === 32)
    return (bytes, at) => twoBytes(bytes, at + from) * 0x10000 + twoBytes(bytes, at + from + 2);
  return (bytes, at) => readNumber(bytes, at * 8 + bitFrom, bits);
}

const twoBytes = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
