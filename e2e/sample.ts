import { seededRandom } from "../src/lib/seeded-random.ts";

const isPart = process.env.WIREBOOK_PART === "1";

/**
 * What a plain `npm test` (`WIREBOOK_PART=1`) takes of a long list: so many, drawn by `SEED`, which
 * `playwright.config.ts` prints, in the order of the list. A run by hand and the long tests take all.
 */
export function sample<Item>(count: number, all: readonly Item[]): Item[] {
  const kept = new Set(isPart ? shuffled(all).slice(0, count) : all);
  return all.filter((item) => kept.has(item));
}

/** The same items in an order that `SEED` decides. */
export function shuffled<Item>(all: readonly Item[]): Item[] {
  const random = seededRandom(Number(process.env.SEED));
  return all
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
