import type { Observation } from "#lab-kit/observation.ts";
import { joined, latin1Bytes } from "#wire/text.ts";

type Tapped = Extract<Observation, { what: "tapped" }>;

/** Bytes of one direction of an exchange, and when each of them passed. */
export interface TimedBytes {
  bytes: Uint8Array;
  /** When the byte at this offset passed, on the server's clock. */
  atMs(offset: number): number;
}

/** Joins what was tapped of one direction, in its order. */
export function timedBytes(tapped: readonly Tapped[]): TimedBytes {
  const pieces = tapped.map(({ bytes, atMs }) => ({ bytes: latin1Bytes(atob(bytes)), atMs }));
  let to = 0;
  const ends = pieces.map(({ bytes, atMs }) => {
    to += bytes.length;
    return { to, atMs };
  });
  return {
    bytes: joined(pieces.map(({ bytes }) => bytes)),
    atMs: (offset) => (ends.find((end) => offset < end.to) ?? ends.at(-1))?.atMs ?? 0,
  };
}
