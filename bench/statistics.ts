/** The middle of some figures, and how far they lie apart. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/**
 * The value below which this share of the figures lies: the nearest rank, never a value in between.
 *
 * @param share from 0 (smallest) to 1 (largest)
 * @throws when there are no figures
 */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const found = sorted[rank - 1];
  if (found === undefined) throw new Error("percentile: no figures");
  return found;
}

/** The middle figure, or the mean of the two in the middle. */
export const median = (figures: readonly number[]): number =>
  (percentile(figures, 0.5) +
    -percentile(
      figures.map((figure) => -figure),
      0.5,
    )) /
  2;

/** Median, smallest and largest. */
export const spreadOf = (figures: readonly number[]): Spread => ({
  median: median(figures),
  min: Math.min(...figures),
  max: Math.max(...figures),
});
