import type { Rule } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";

/** What a predict item asks of a run is a key of the lab's answers.ts. */
export const asksExist: Rule = ({ quizzes, labs }) =>
  quizzes.flatMap(({ file, items }) =>
    items.flatMap(({ run }) => {
      const lab = labs.find(({ id }) => id === run?.lab.text);
      if (!run || !lab) return [];
      return unknownWords(file, [run.ask], lab.asks, `a question of src/labs/${lab.id}/answers.ts`);
    }),
  );
