import { z } from "zod";

/** Words of a-z and 0-9 with hyphens: the id of an item, an objective, a lab, a misconception. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is words of a-z and 0-9 with hyphens");

/** The id of an option, a step or one end of a pair. */
export const optionId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "an option's id is letters, digits and single hyphens");

/** The name of a question in a lab's `answers.ts`, as `endsOn`. */
export const askName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$/, "an ask is a name in a lab's answers.ts");

/** A text that readers see, as inline Markdown. */
export const prose = z.string().trim().min(3, "at least three characters of text are needed");

/** A text that may be as short as one sign, such as `2`. */
export const shortText = z.string().trim().min(1);

const see = z.union(
  [
    z.strictObject({ lab: id, preset: id }),
    z.strictObject({ anchor: z.string().regex(/^#[a-z0-9-]+$/) }),
  ],
  { error: 'see is { lab, preset } or { anchor: "#heading" }' },
);

/** What items of every kind have. */
export const common = {
  id,
  objective: id,
  prompt: prose,
  code: z.string().optional(),
  codeLang: id.default("js"),
  hints: z.array(prose).min(1, "one hint at least").max(3, "three hints at most"),
  explain: prose,
  see,
  /** A program in content/quizzes/verify/ that works out the key; the tests run it. */
  verify: z
    .string()
    .regex(/^[a-z0-9-]+\.mjs$/, "verify is the name of a file in content/quizzes/verify/")
    .optional(),
};

/** What is said of a wrong answer, and the belief that it reveals. */
export const remark = { feedback: prose, misconception: id.optional() };

/** Whether no two entries have the same id. */
export const areUnique = (entries: readonly { id: string }[]): boolean =>
  new Set(entries.map((entry) => entry.id)).size === entries.length;
