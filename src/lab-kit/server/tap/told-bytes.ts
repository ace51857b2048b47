import type { Mask } from "../../observation.ts";
import type { MaskedBytes } from "./mask-bytes.ts";

/** Bytes as an observation carries them. */
export interface ToldBytes {
  bytes: string;
  masked: Mask[];
}

/** A recording takes a little more than one read of a socket; a write may be larger. */
export const mostInOneBytes = 60 * 1024;

/** Puts bytes into the words of one observation. */
export const told = ({ bytes, masked }: MaskedBytes): ToldBytes => ({
  bytes: bytes.toString("base64"),
  masked,
});

/** Cuts bytes into parts that fit into one observation each, with the masks of each part. */
export function toldInParts({ bytes, masked }: MaskedBytes): ToldBytes[] {
  const parts: ToldBytes[] = [];
  for (let start = 0; start < bytes.length; start += mostInOneBytes) {
    const part = bytes.subarray(start, start + mostInOneBytes);
    parts.push(told({ bytes: part, masked: masksIn(masked, start, part.length) }));
  }
  return parts;
}

const masksIn = (masked: readonly Mask[], start: number, sizeBytes: number): Mask[] =>
  masked.flatMap(({ from, to, why }) => {
    const mask = { from: Math.max(0, from - start), to: Math.min(sizeBytes, to - start), why };
    return mask.from < mask.to ? [mask] : [];
  });
