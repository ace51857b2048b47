import { z } from "zod";
import { areUnique, askName, common, id, optionId, remark, shortText } from "./common.ts";

const predictedOption = z.strictObject({ id: optionId, text: shortText, ...remark });
const keyedOption = predictedOption.extend({ correct: z.boolean().default(false) });

const correctCount = (options: readonly { correct?: boolean }[]) =>
  options.filter((option) => option.correct).length;

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
  ask: askName,
  pick: z.enum(["one", "some"]).default("some"),
  options: z
    .array(predictedOption, {
      error: (issue) => (issue.code === "invalid_type" ? "options are a list" : undefined),
    })
    .min(2, "a predict has 2 to 6 options")
    .max(6, "a predict has 2 to 6 options")
    .refine(areUnique, optionsUnique),
});
