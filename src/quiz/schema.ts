import { z } from "zod";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is words of a-z and 0-9 with hyphens");
const optionId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "an option's id is letters, digits and single hyphens");
const prose = z.string().trim().min(3, "at least three characters of text are needed");

const predictedOption = z.strictObject({
  id: optionId,
  text: z.string().trim().min(1),
  feedback: prose,
  misconception: id.optional(),
});

const keyedOption = predictedOption.extend({ correct: z.boolean().default(false) });

const see = z.union(
  [
    z.strictObject({ lab: id, preset: id }),
    z.strictObject({ anchor: z.string().regex(/^#[a-z0-9-]+$/) }),
  ],
  { error: 'see is { lab, preset } or { anchor: "#heading" }' },
);

const common = {
  id,
  objective: id,
  prompt: prose,
  code: z.string().optional(),
  codeLang: id.default("js"),
  hints: z.array(prose).min(1, "one hint at least").max(3, "three hints at most"),
  explain: prose,
  see,
};

interface OptionLike {
  id: string;
  correct?: boolean;
}

const correctCount = (options: readonly OptionLike[]) =>
  options.filter((option) => option.correct).length;
const areUnique = (entries: readonly { id: string }[]) =>
  new Set(entries.map((entry) => entry.id)).size === entries.length;

const optionsUnique = "two options of one item have the same id";

/** An item with one right option of three or four. */
export const choiceItem = z.strictObject({
  ...common,
  kind: z.literal("choice"),
  options: z
    .array(keyedOption)
    .min(3, "a choice has 3 or 4 options")
    .max(4, "a choice has 3 or 4 options")
    .refine(areUnique, optionsUnique)
    .refine((options) => correctCount(options) === 1, "a choice has exactly one correct option"),
});

/** An item with one or more right options; the reader is told how many. */
export const multiItem = z.strictObject({
  ...common,
  kind: z.literal("multi"),
  options: z
    .array(keyedOption)
    .min(3, "a multi has 3 to 6 options")
    .max(6, "a multi has 3 to 6 options")
    .refine(areUnique, optionsUnique)
    .refine((options) => correctCount(options) > 0, "a multi has at least one correct option")
    .refine(
      (options) => correctCount(options) < options.length,
      "a multi has at least one option that is not correct",
    ),
});

/** An item whose key is a run of a lab: `correct` is not a property of its options. */
export const predictItem = z.strictObject({
  ...common,
  kind: z.literal("predict"),
  lab: id,
  preset: id,
  ask: id,
  pick: z.enum(["one", "some"]).default("some"),
  options: z
    .array(predictedOption, {
      error: (issue) => (issue.code === "invalid_type" ? "options are a list" : undefined),
    })
    .min(2, "a predict has 2 to 6 options")
    .max(6, "a predict has 2 to 6 options")
    .refine(areUnique, optionsUnique),
});

/** One question of any kind. */
export const item = z.discriminatedUnion("kind", [choiceItem, multiItem, predictItem], {
  error: (issue) =>
    issue.code === "invalid_union" ? "kind is one of choice, multi, predict" : undefined,
});

/** A file of content/quizzes: the items of one lesson. For the build and for tests only. */
export const quizFile = z.strictObject({
  lesson: id,
  items: z
    .array(item)
    .min(1, "a quiz file has at least one item")
    .refine(areUnique, "two items of this file have the same id"),
});
