/** The bytes of a text of hex digits; signs in between are left out. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16));

/** Two digits for each byte, with spaces. */
export const hexText = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

/** Offsets in words: `2 to 5`, `0 and 3 to 4`. */
export const offsetsText = (offsets: readonly number[]): string => {
  const runs: [from: number, to: number][] = [];
  for (const offset of offsets.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && offset === last[1] + 1) last[1] = offset;
    else runs.push([offset, offset]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(" and ");
};
