import type { Lesson, Rule } from "../content.ts";
import { elementsNamed, labsIn } from "../page-elements.ts";
import type { Violation } from "../violation.ts";

const FEWEST_MINUTES = 8;
const MOST_MINUTES = 15;

const TOP = 1;

const lacks = ({ file }: Lesson, expected: string, mend: string): Violation => ({
  file,
  line: TOP,
  expected,
  found: "none",
  mend,
});

const missing = (lesson: Lesson): Violation[] => {
  const parts = [
    { isThere: labsIn(lesson).length > 0, what: "a lab", mend: "Show the run that it is about." },
    {
      isThere: elementsNamed(lesson, "ClosingQuiz").length > 0,
      what: "a closing quiz",
      mend: "End with <ClosingQuiz ids={[…]} />.",
    },
    {
      isThere: lesson.sources.length > 0,
      what: "sources in its front matter",
      mend: "Name what the reader can look up.",
    },
    {
      isThere: lesson.objectives.length > 0,
      what: "objectives in its front matter",
      mend: "Say what the reader can do afterwards.",
    },
  ];
  return parts.flatMap(({ isThere, what, mend }) => (isThere ? [] : [lacks(lesson, what, mend)]));
};

const length = ({ file, minutes }: Lesson): Violation[] => {
  const count = Number(minutes.text);
  if (count >= FEWEST_MINUTES && count <= MOST_MINUTES) return [];
  return [
    {
      file,
      line: minutes.line,
      expected: `${FEWEST_MINUTES} to ${MOST_MINUTES} minutes`,
      found: minutes.text || "none",
      mend: "Time a reader; cut the lesson in two if it is too long.",
    },
  ];
};

/** What is believed is asked before it is refuted. */
const order = (lesson: Lesson): Violation[] => {
  const asked = elementsNamed(lesson, "Believed");
  return elementsNamed(lesson, "Refuted")
    .filter(({ attributes, line }) =>
      asked.some((one) => one.attributes.id === attributes.id && one.line > line),
    )
    .map(({ attributes: { id = "" }, line }) => ({
      file: lesson.file,
      line,
      expected: `<Believed id="${id}" /> above its refutation`,
      found: "it stands below",
      mend: "Ask first, then run, then refute.",
    }));
};

/** A lesson has objectives, a lab, a closing quiz and sources, takes 8 to 15 minutes, and asks first. */
export const lessonsAreWhole: Rule = ({ lessons }) =>
  lessons.flatMap((lesson) => [...missing(lesson), ...length(lesson), ...order(lesson)]);
