import type { Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";

/** `verify` names a program of content/quizzes/verify/, and each program there is named. */
export const verifiersExist: Rule = ({ quizzes, verifiers }) => {
  const named = quizzes.map(({ file, items }) => ({
    file,
    words: items.flatMap(({ verify }) => verify ?? []),
  }));
  const isNamed = (name: string) =>
    named.some(({ words }) => words.some((word) => word.text === name));
  const unused = verifiers.filter((name) => !isNamed(name));
  return [
    ...named.flatMap(({ file, words }) =>
      unknownWords(file, words, verifiers, "a program in content/quizzes/verify"),
    ),
    ...unused.map((name) => ({
      file: `content/quizzes/verify/${name}`,
      line: 1,
      expected: `an item with "verify: ${name}"`,
      found: "none",
      mend: "Name it in the item whose key it works out, or delete it.",
    })),
  ];
};
