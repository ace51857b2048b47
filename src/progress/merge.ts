import type { ItemProgress, Progress, Try } from "./format.ts";
import { thinned } from "./tries.ts";

/** Tries of the same moment keep their order. */
const byTime = (one: Try, other: Try) =>
  one.atIso === other.atIso ? 0 : one.atIso < other.atIso ? -1 : 1;

const lastAtIso = (entry: ItemProgress) => entry.tries.at(-1)?.atIso ?? "";

const mergeTries = (one: readonly Try[], other: readonly Try[]): readonly Try[] => {
  const byContent = new Map(
    [...one, ...other].map((each) => [JSON.stringify(contentOf(each)), each]),
  );
  return thinned([...byContent.values()].sort(byTime));
};

const contentOf = ({ atIso, right, confidence, chosen }: Try) => [atIso, right, confidence, chosen];

const mergeItems = (one: ItemProgress, other: ItemProgress): ItemProgress => {
  if (one.hash !== other.hash) return lastAtIso(one) < lastAtIso(other) ? other : one;
  return { hash: one.hash, tries: mergeTries(one.tries, other.tries) };
};

/**
 * All that two copies know: tries of both, each once, in the order of time. Where they differ in an
 * item's hash, the copy with the later try wins.
 */
export const mergeProgress = (one: Progress, other: Progress): Progress => {
  const items: Record<string, ItemProgress> = { ...one.items };
  for (const [itemId, theirs] of Object.entries(other.items)) {
    const ours = Object.hasOwn(items, itemId) ? items[itemId] : undefined;
    items[itemId] = ours ? mergeItems(ours, theirs) : theirs;
  }
  return { ...one, items };
};
