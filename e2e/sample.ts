import { seededRandom } from "../src/lib/seeded-random.ts";

const isLong = process.env.WIREBOOK_LONG === "1";

/**
 * So many of these, drawn by `SEED`, which `playwright.config.ts` prints; all of them in the long
 * tests. In the order of the whole list.
 */
export function sample<Item>(count: number, all: readonly Item[]): Item[] {
  const random = seededRandom(Number(process.env.SEED));
  const drawn = all.map((item) => ({ item, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const kept = new Set((isLong ? drawn : drawn.slice(0, count)).map(({ item }) => item));
  return all.filter((item) => kept.has(item));
}
