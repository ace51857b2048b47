import { seededRandom } from "../src/lib/seeded-random.ts";

const isPart = process.env.WIREBOOK_PART === "1";

/**
 * What a plain `npm test` (`WIREBOOK_PART=1`) takes of a long list: so many, drawn by `SEED`, which
 * `playwright.config.ts` prints, in the order of the list. A run by hand and the long tests take all.
 */
export function sample<Item>(count: number, all: readonly Item[]): Item[] {
  const random = seededRandom(Number(process.env.SEED));
  const drawn = all.map((item) => ({ item, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const kept = new Set((isPart ? drawn.slice(0, count) : drawn).map(({ item }) => item));
  return all.filter((item) => kept.has(item));
}
