/**
 * The chance that at least `hits` of independent events happen, each with a probability of its own.
 * Exact: the distribution of their number is built up event by event.
 */
export const chanceOfAtLeast = (hits: number, probabilities: readonly number[]): number => {
  let distribution = [1];
  for (const p of probabilities)
    distribution = [...distribution, 0].map(
      (stays, count) => stays * (1 - p) + (distribution[count - 1] ?? 0) * p,
    );
  return distribution.slice(hits).reduce((sum, chance) => sum + chance, 0);
};
