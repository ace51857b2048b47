/** Where a field stands. */
interface Place {
  from: number;
  to: number;
  bits?: [from: number, to: number];
}

const span = (one: string, from: number, to: number): string =>
  to - from === 1 ? `${one} ${from}` : `${one}s ${from}–${to - 1}`;

/** Where a field stands, in words: `byte 0, bits 4–7`. Bits count from the most significant one. */
export const fieldPlace = ({ from, to, bits }: Place): string =>
  span("byte", from, to) + (bits ? `, ${span("bit", ...bits)}` : "");

/** The offsets of a field. */
export const offsetsOf = ({ from, to }: Place): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
