import type { Answer } from "../kind.ts";

/** The answer with one option ticked, or cleared when it was ticked. */
export const toggled = (answer: Answer, id: string): Answer =>
  answer.includes(id) ? answer.filter((ticked) => ticked !== id) : [...answer, id];
