import type { Content, Lesson, Rule } from "../content.ts";
import { placedItems, quizOf } from "../page-elements.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

const uneven = (content: Content, lesson: Lesson): Violation[] => {
  const quiz = quizOf(content, lesson);
  const placed = placedItems(lesson).map(({ text }) => text);
  return (quiz?.items ?? []).flatMap(({ id, line }) => {
    const times = placed.filter((text) => text === id).length;
    if (times === 1) return [];
    return [
      {
        file: quiz?.file ?? lesson.file,
        line,
        expected: `${id} to be placed once in ${lesson.file}`,
        found: times === 0 ? "it is not placed" : `it is placed ${times} times`,
        mend: `Write <Item id="${id}" /> once, or put it into <ClosingQuiz ids={[…]} />.`,
      },
    ];
  });
};

/** A lesson places each item of its quiz file once, and no others. */
export const itemsArePlaced: Rule = (content) =>
  content.lessons.flatMap((lesson) => {
    const known = quizOf(content, lesson)?.items.map(({ id }) => id) ?? [];
    return [
      ...unknownWords(lesson.file, placedItems(lesson), known, "an item of the lesson's quiz file"),
      ...uneven(content, lesson),
    ];
  });
