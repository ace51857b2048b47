import { maxTries, type Progress, type Try } from "./format.ts";

/** The tries of an item, oldest first; none when its key has changed since. */
export const triesOf = (progress: Progress, itemId: string, hash: string): readonly Try[] => {
  const entry = Object.hasOwn(progress.items, itemId) ? progress.items[itemId] : undefined;
  return entry?.hash === hash ? entry.tries : [];
};

/** Progress with one more try; tries at another key are dropped. */
export const withTry = (
  progress: Progress,
  itemId: string,
  hash: string,
  newTry: Try,
): Progress => {
  const tries = [...triesOf(progress, itemId, hash), newTry].slice(-maxTries);
  return { ...progress, items: { ...progress.items, [itemId]: { hash, tries } } };
};
