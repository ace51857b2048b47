import type { Content, LabFacts, PresetUse, QuizItem, Rule } from "../content.ts";
import { labsIn } from "../page-elements.ts";
import { unknownWords } from "../unknown-words.ts";
import type { Violation } from "../violation.ts";

interface UsesInFile {
  file: string;
  uses: PresetUse[];
}

const usesOfItem = ({ run, see }: QuizItem): PresetUse[] => [
  ...(run ? [run] : []),
  ...(see && "lab" in see ? [see] : []),
];

const usesIn = ({
  lessons,
  quizzes,
  misconceptions,
  questions,
  symptoms,
}: Content): UsesInFile[] => [
  ...lessons.map((lesson) => ({ file: lesson.file, uses: labsIn(lesson) })),
  ...quizzes.map(({ file, items }) => ({ file, uses: items.flatMap(usesOfItem) })),
  ...misconceptions.map(({ file, shown }) => ({
    file,
    uses: shown?.by === "preset" ? [shown.use] : [],
  })),
  ...[...questions, ...symptoms].map(({ file, sees }) => ({ file, uses: sees })),
];

const check = (
  file: string,
  { lab, preset }: PresetUse,
  labs: readonly LabFacts[],
): Violation[] => {
  const found = labs.find(({ id }) => id === lab.text);
  if (found) return unknownWords(file, [preset], found.presets, `a preset of the lab ${lab.text}`);
  return unknownWords(
    file,
    [lab],
    labs.map(({ id }) => id),
    "a lab",
  );
};

/** Wherever content names a lab and a preset, the lab has it. */
export const presetsExist: Rule = (content) =>
  usesIn(content).flatMap(({ file, uses }) =>
    uses.flatMap((use) => check(file, use, content.labs)),
  );
