/** A packet with a few changes that are likely to hurt: lengths, types, cuts, repetitions. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = bytes.slice(0, 512);
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const at = below(random, Math.min(copy.length, 100));
    copy[at] = random() < 0.5 ? below(random, 256) : (nasty[below(random, nasty.length)] ?? 0);
  }
  const chance = random();
  if (chance < 0.3) return copy.slice(0, below(random, copy.length + 1));
  if (chance < 0.35) return twice(copy, below(random, copy.length + 1));
  return copy;
}

const nasty = [0, 1, 4, 6, 17, 44, 58, 60, 0x0f, 0x45, 0x4f, 0x7f, 0x80, 0x81, 0xc0, 0xf0, 0xff];

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

function twice(bytes: Uint8Array, at: number): Uint8Array {
  const longer = new Uint8Array(bytes.length * 2 - at);
  longer.set(bytes);
  longer.set(bytes.subarray(at), bytes.length);
  return longer;
}
