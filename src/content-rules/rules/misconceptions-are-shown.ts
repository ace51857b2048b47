import type { Misconception, Rule } from "../content.ts";
import { programsIn } from "../runnable.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

const MIN_REASON_LENGTH = 10;

const unshown = ({ file }: Misconception): Violation => ({
  file,
  line: 1,
  expected: "shownBy with a lab and preset, a snippet, or the reason why it cannot be shown",
  found: "none of them",
  mend: "Name the run or the program that could not exist if the claim were true.",
});

const withoutReason = (file: string, line: number, found: string): Violation => ({
  file,
  line,
  expected: "the reason why nothing can show it",
  found,
  mend: "Write a sentence.",
});

/** Each misconception has a run or a program against it, or says why there can be none. */
export const misconceptionsAreShown: Rule = ({ lessons, misconceptions }) => {
  const groups = lessons.flatMap(programsIn).map(({ group }) => group);
  return misconceptions.flatMap((misconception) => {
    const { file, shown } = misconception;
    if (!shown) return [unshown(misconception)];
    if (shown.by === "snippet")
      return unknownWords(file, [shown.group], groups, "a group of runnable blocks");
    if (shown.by === "preset" || shown.reason.text.length >= MIN_REASON_LENGTH) return [];
    return [withoutReason(file, shown.reason.line, shown.reason.text)];
  });
};
