import type { Fact, Mask, Observation } from "#lab-kit/observation.ts";

type Tapped = Observation & Extract<Fact, { what: "tapped" }>;

export const tappedIn = (observed: readonly Observation[]): Tapped[] =>
  observed.filter((seen): seen is Tapped => seen.what === "tapped");

/** What the tap told of one connection, one way, and the masks in it. */
export function bytesOf(
  observed: readonly Observation[],
  connection: number,
  way: "up" | "down",
): { bytes: Buffer; masked: Mask[] } {
  let bytes = Buffer.alloc(0);
  const masked: Mask[] = [];
  for (const told of tappedIn(observed)) {
    if (told.connection !== connection || told.way !== way) continue;
    const start = bytes.length;
    for (const { from, to, why } of told.masked) {
      masked.push({ from: from + start, to: to + start, why });
    }
    bytes = Buffer.concat([bytes, Buffer.from(told.bytes, "base64")]);
  }
  return { bytes, masked };
}

/** The bytes with asterisks where there are masks. */
export function withMasks(bytes: Buffer, masked: readonly Mask[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { from, to } of masked) copy.fill("*", from, to);
  return copy;
}

/** Numbers of the connections that the tap told of. */
export const connectionsIn = (observed: readonly Observation[]): number[] => [
  ...new Set(tappedIn(observed).map(({ connection }) => connection)),
];
