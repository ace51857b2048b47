import type { Placed } from "./content.ts";
import type { Violation } from "./violation.ts";

const SHOWN = 12;

const listOf = (known: readonly string[]): string => {
  if (known.length === 0) return "there are none yet";
  const rest = known.length > SHOWN ? `, and ${known.length - SHOWN} more` : "";
  return `there are ${known.slice(0, SHOWN).join(", ")}${rest}`;
};

/** A violation for each of `words` that is not among `known`. `what` is such as "an objective of it". */
export const unknownWords = (
  file: string,
  words: readonly Placed[],
  known: readonly string[],
  what: string,
): Violation[] =>
  words
    .filter(({ text }) => !known.includes(text))
    .map(({ text, line }) => ({
      file,
      line,
      expected: what,
      found: text === "" ? "nothing" : text,
      mend: `Correct the name or add what it names; ${listOf(known)}.`,
    }));
