import type { Answer } from "../kind.ts";

/** Whether two answers hold the same ids, in whatever order. */
export const isSameSet = (one: Answer, other: Answer): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
