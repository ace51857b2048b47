/** Reads `count` bits from bit `from`, counted from the most significant bit of the first byte. */
export function readBits(bytes: Uint8Array, from: number, count: number): bigint {
  const first = Math.floor(from / 8);
  const last = Math.ceil((from + count) / 8);
  let value = 0n;
  for (let index = first; index < last; index++) value = (value << 8n) | BigInt(bytes[index] ?? 0);
  const behind = BigInt(last * 8 - from - count);
  return (value >> behind) & ((1n << BigInt(count)) - 1n);
}

/** As `readBits`, for at most 53 bits: a number, and several times as fast. */
export function readNumber(bytes: Uint8Array, from: number, count: number): number {
  if ((from & 7) + count > 53) return Number(readBits(bytes, from, count));
  const last = Math.ceil((from + count) / 8);
  let at = Math.floor(from / 8);
  let value = (bytes[at] ?? 0) & (0xff >> (from & 7));
  while (++at < last) value = value * 256 + (bytes[at] ?? 0);
  const behind = last * 8 - from - count;
  return behind === 0 ? value : Math.floor(value / 2 ** behind);
}

/** Writes `count` bits from bit `from` on into bytes that are zero there. */
export function writeBits(bytes: Uint8Array, from: number, value: bigint, count: number): void {
  const last = Math.ceil((from + count) / 8);
  let rest = value << BigInt(last * 8 - from - count);
  for (let index = last - 1; rest > 0n; index--) {
    bytes[index] = (bytes[index] ?? 0) | Number(rest & 0xffn);
    rest >>= 8n;
  }
}

/** A flag, number or bigint as a whole number; undefined when it is none. */
export function numberOf(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : undefined;
}

/** Bytes as pairs of hexadecimal digits. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
