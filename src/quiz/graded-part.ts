import type { Item } from "./item.ts";

/**
 * What decides whether an answer is right, as one string in a fixed order. Texts are not in it, so
 * that a mended typo keeps a reader's progress and a changed key drops it.
 */
export const gradedPart = (item: Item): string => {
  const run = item.kind === "predict" ? [item.lab, item.preset, item.ask] : [];
  const options = item.options
    .map((option) => [option.id, "correct" in option && option.correct])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return JSON.stringify([item.kind, run, options]);
};
