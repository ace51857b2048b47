import { maxTries, type Progress, type Try } from "./format.ts";

/** The tries of an item, oldest first; none when its key has changed since. */
export const triesOf = (progress: Progress, itemId: string, hash: string): readonly Try[] => {
  const entry = Object.hasOwn(progress.items, itemId) ? progress.items[itemId] : undefined;
  return entry?.hash === hash ? entry.tries : [];
};

const dateOf = (each: Try | undefined) => each?.atIso.slice(0, 10);

/**
 * At most `maxTries`, in the same order. Reviews and objectives go by the first try of a date and
 * the newest of all: repetitions within a date go first, then the oldest.
 */
export const thinned = (tries: readonly Try[]): readonly Try[] => {
  if (tries.length <= maxTries) return tries;
  const isTelling = (each: Try, index: number) =>
    index === tries.length - 1 || dateOf(each) !== dateOf(tries[index - 1]);
  const telling = tries.filter(isTelling).slice(-maxTries);
  const repeated = tries.filter((each, index) => !isTelling(each, index));
  const kept = new Set([...telling, ...repeated.slice(telling.length - maxTries || Infinity)]);
  return tries.filter((each) => kept.has(each));
};

/** Progress with one more try; tries at another key are dropped. */
export const withTry = (
  progress: Progress,
  itemId: string,
  hash: string,
  newTry: Try,
): Progress => {
  const tries = thinned([...triesOf(progress, itemId, hash), newTry]);
  return { ...progress, items: { ...progress.items, [itemId]: { hash, tries } } };
};
