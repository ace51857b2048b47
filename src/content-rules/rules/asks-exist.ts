import type { LabFacts, QuizItem, Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

const unknownAsks = (file: string, { kind, run }: QuizItem, lab: LabFacts): Violation[] => {
  const [known, name] = kind === "bytes" ? [lab.byteAsks, "byteAnswers"] : [lab.asks, "answers"];
  const what = `one of ${name} in src/labs/${lab.id}/answers.ts`;
  return unknownWords(file, run?.asks ?? [], known, what);
};

/** What a predict or bytes item asks of a run is a key in the lab's answers.ts. */
export const asksExist: Rule = ({ quizzes, labs }) =>
  quizzes.flatMap(({ file, items }) =>
    items.flatMap((item) => {
      const lab = labs.find(({ id }) => id === item.run?.lab.text);
      return lab ? unknownAsks(file, item, lab) : [];
    }),
  );
