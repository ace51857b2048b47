import type { Item } from "./item.ts";
import { kindOf } from "./kinds.ts";

/**
 * What decides whether an answer is right, as one string in a fixed order. Texts are not in it, so
 * that a mended typo keeps a reader's progress and a changed key drops it.
 */
export const gradedPart = (item: Item): string =>
  JSON.stringify([item.kind, ...kindOf(item).graded(item)]);
