import { seededRandom } from "#lab-kit/testing/seeded-random.ts";

/** Random numbers from `SEED`, or from a new seed, which is printed so that a run can be repeated. */
export function printedSeed(name: string): () => number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${name}: SEED=${seed}`);
  return seededRandom(seed);
}
