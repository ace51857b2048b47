import { chanceOfAtLeast } from "../chance.ts";
import type { Option, Quiz, QuizItem, Rule } from "../content.ts";
import type { Violation } from "../violation.ts";

/** Rarer than this, it is no accident: one file in fifty, one bank in two hundred. */
const RARE_IN_FILE = 0.02;
const RARE_IN_BANK = 0.005;

/** What a reader who knows nothing may go by; undefined where it points to no single option. */
interface Cue {
  name: string;
  points: (options: readonly Option[]) => Option | undefined;
  mend: string;
}

const only = (options: readonly Option[], lengthOf: (...lengths: number[]) => number) => {
  const wanted = lengthOf(...options.map(({ text }) => text.length));
  const found = options.filter(({ text }) => text.length === wanted);
  return found.length === 1 ? found[0] : undefined;
};

const REORDER = "Reorder the options of some items.";

const cues: readonly Cue[] = [
  ...[0, 1, 2, 3].map((place) => ({
    name: `option ${place + 1}`,
    points: (options: readonly Option[]) => options[place],
    mend: REORDER,
  })),
  {
    name: "the longest option",
    points: (options) => only(options, Math.max),
    mend: "Shorten some right options, or say more in wrong ones.",
  },
  {
    name: "the shortest option",
    points: (options) => only(options, Math.min),
    mend: "Say more in some right options, or shorten wrong ones.",
  },
];

/** How often a cue is right, and the chance of that for each item that it points into. */
const countOf = (cue: Cue, items: readonly QuizItem[]) => {
  const pointed = items.flatMap(({ options }) => {
    const option = cue.points(options);
    const share = options.filter(({ isCorrect }) => isCorrect).length / options.length;
    return option ? [{ isHit: option.isCorrect, share }] : [];
  });
  return {
    hits: pointed.filter(({ isHit }) => isHit).length,
    shares: pointed.map(({ share }) => share),
  };
};

/** Whether chance alone would rarely give so many hits, or so few. */
const isTelling = (hits: number, shares: readonly number[], rare: number): boolean =>
  chanceOfAtLeast(hits, shares) < rare || 1 - chanceOfAtLeast(hits + 1, shares) < rare;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const evenIn = (
  items: readonly QuizItem[],
  rare: number,
  place: Pick<Violation, "file" | "line">,
): Violation[] =>
  cues.flatMap((cue) => {
    const { hits, shares } = countOf(cue, items);
    if (!isTelling(hits, shares, rare)) return [];
    return [
      {
        ...place,
        expected: `${cue.name} to be right about as often as chance has it, ${sum(shares).toFixed(1)} of ${shares.length} times`,
        found: `${hits} times`,
        mend: cue.mend,
      },
    ];
  });

const marked = ({ items }: Quiz): QuizItem[] =>
  items.filter(({ kind }) => kind === "choice" || kind === "multi");

/**
 * Neither the place nor the length of an option tells the key, over a file and over the whole bank,
 * by what chance alone would give. Options are shown in the order of the file.
 */
export const keysAreEven: Rule = ({ quizzes }) => [
  ...quizzes.flatMap((quiz) =>
    evenIn(marked(quiz), RARE_IN_FILE, { file: quiz.file, line: quiz.lesson.line }),
  ),
  ...evenIn(quizzes.flatMap(marked), RARE_IN_BANK, { file: "content/quizzes", line: 1 }),
];
