import type { Content, Rule, StudyQuestion } from "../content.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

const FEWEST_SENTENCES = 2;
const MOST_SENTENCES = 5;

const sentenceCount = ({ page }: StudyQuestion): number =>
  page.prose
    .map(({ text }) => text)
    .join("")
    .match(/[.?](?=[”)]?(\s|$))/g)?.length ?? 0;

const length = (question: StudyQuestion): Violation[] => {
  const count = sentenceCount(question);
  if (count >= FEWEST_SENTENCES && count <= MOST_SENTENCES) return [];
  return [
    {
      file: question.file,
      line: question.page.prose[0]?.line ?? 1,
      expected: `a right answer in ${FEWEST_SENTENCES} to ${MOST_SENTENCES} sentences`,
      found: `${count}`,
      mend: "Leave the rest to the lesson, or say more.",
    },
  ];
};

/** A lesson's `answers` and the `lesson` of a study question, which has no term, say the same. */
const unanswered = ({ file, number, term, lesson }: StudyQuestion, { lessons }: Content) => {
  const owner = lessons.find(({ slug }) => slug === lesson.text);
  const isSaid = owner?.answers.some(({ text }) => text === number.text);
  if (term || !owner || isSaid) return [];
  return [
    {
      file,
      line: lesson.line,
      expected: `a lesson whose front matter has ${number.text} in its answers`,
      found: `${lesson.text}, with answers: [${owner.answers.map(({ text }) => text).join(", ")}]`,
      mend: "Name the lesson that answers it, or add the number there.",
    },
  ];
};

const gaps = ({ questions }: Content): Violation[] =>
  questions
    .filter(({ number }) => Number(number.text) > questions.length)
    .map(({ file, number }) => ({
      file,
      line: number.line,
      expected: `numbers from 1 to ${questions.length}, without a gap`,
      found: number.text,
      mend: "Number the questions in the order of the page.",
    }));

const askedInVain = ({ lessons, questions }: Content): Violation[] => {
  const known = questions.map(({ number }) => number.text);
  return lessons.flatMap(({ file, answers }) =>
    unknownWords(file, answers, known, "the number of a study question"),
  );
};

/** Study questions run from 1 on, each has a short right answer, and its lesson says so. */
export const questionsAreAnswered: Rule = (content) => [
  ...gaps(content),
  ...askedInVain(content),
  ...content.questions.flatMap((question) => [
    ...length(question),
    ...unanswered(question, content),
  ]),
];
