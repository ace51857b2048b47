import { joined } from "../text.ts";

type Part = [value: number | bigint, bytes: 1 | 2 | 4 | 8];

/** Writes pcapng blocks, in the byte order of choice. */
export const pcapngWriter = (isLittleEndian: boolean) => {
  const numbers = (...parts: Part[]): Uint8Array =>
    joined(parts.map(([value, bytes]) => number(value, bytes, isLittleEndian)));
  const block = (type: number, body: Uint8Array): Uint8Array => {
    const padded = joined([body, new Uint8Array(-body.length & 3)]);
    const size = padded.length + 12;
    return joined([numbers([type, 4], [size, 4]), padded, numbers([size, 4])]);
  };
  const option = (code: number, value: Uint8Array): Uint8Array =>
    joined([numbers([code, 2], [value.length, 2]), value, new Uint8Array(-value.length & 3)]);
  return {
    numbers,
    block,
    option,
    section: () => block(0x0a0d0d0a, numbers([0x1a2b3c4d, 4], [1, 2], [0, 2], [-1n, 8])),
    described: (link: number, snap = 0, ...options: Uint8Array[]) =>
      block(1, joined([numbers([link, 2], [0, 2], [snap, 4]), ...options])),
    enhanced: (number: number, units: bigint, bytes: Uint8Array, original = bytes.length) =>
      block(
        6,
        joined([
          numbers([number, 4], [units >> 32n, 4], [units & 0xffffffffn, 4]),
          numbers([bytes.length, 4], [original, 4]),
          bytes,
        ]),
      ),
    obsolete: (number: number, units: bigint, bytes: Uint8Array) =>
      block(
        2,
        joined([
          numbers([number, 2], [0, 2], [units >> 32n, 4], [units & 0xffffffffn, 4]),
          numbers([bytes.length, 4], [bytes.length, 4]),
          bytes,
        ]),
      ),
    simple: (original: number, bytes: Uint8Array) =>
      block(3, joined([numbers([original, 4]), bytes])),
  };
};

function number(value: number | bigint, bytes: number, isLittleEndian: boolean): Uint8Array {
  const all = new Uint8Array(8);
  new DataView(all.buffer).setBigUint64(0, BigInt.asUintN(64, BigInt(value)), isLittleEndian);
  return isLittleEndian ? all.subarray(0, bytes) : all.subarray(8 - bytes);
}
