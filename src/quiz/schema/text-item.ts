import { z } from "zod";
import { commonText, leniencies } from "../text/same-text.ts";
import { formsOf, PatternError } from "../text/text-forms.ts";
import { common, prose, remark } from "./common.ts";

const troubleOf = (pattern: string): string | undefined => {
  try {
    return formsOf(pattern).includes("") ? "a pattern is never empty" : undefined;
  } catch (error) {
    return error instanceof PatternError ? error.message : undefined;
  }
};

const pattern = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    const message = troubleOf(text);
    if (message) context.addIssue({ code: "custom", message: `pattern ${text}: ${message}` });
  });

const patterns = z.array(pattern, { error: "a list of patterns" }).min(1).max(8);

const fields = z.strictObject({
  ...common,
  kind: z.literal("text"),
  forgives: z.array(z.enum(leniencies)).default(["case", "spaces", "hyphens"]),
  /** What is right, as patterns: `[the] client`, `(open|start)s`. */
  accept: patterns,
  /** The right answer as it is shown. */
  answer: z.string().trim().min(1).max(60, "an answer to type is short"),
  /** What is nearly right: it is not yet marked, and the nudge says what is missing. */
  near: z
    .array(z.strictObject({ patterns, nudge: prose }))
    .max(6)
    .default([]),
  /** Wrong answers that are to be expected. */
  likely: z.array(z.strictObject({ patterns, ...remark })).min(1, "one likely wrong answer"),
  /** What is said of any other wrong answer. */
  otherwise: prose,
});

type Fields = z.output<typeof fields>;

/** Patterns that are broken are told on their own. */
const textsOf = (list: readonly string[], { forgives }: Fields): string[] =>
  list
    .filter((one) => !troubleOf(one))
    .flatMap(formsOf)
    .map((form) => commonText(form, forgives));

const isAccepted = (list: readonly string[], item: Fields): boolean => {
  const right = new Set(textsOf(item.accept, item));
  return textsOf(list, item).some((text) => right.has(text));
};

/** An item that is answered with a word or two. */
export const textItem = fields
  .refine((item) => isAccepted([item.answer], item), "answer: it is not accepted as right")
  .refine(
    (item) => !item.likely.some(({ patterns: list }) => isAccepted(list, item)),
    "likely: a form there is accepted as right",
  )
  .refine(
    (item) => !item.near.some(({ patterns: list }) => isAccepted(list, item)),
    "near: a form there is accepted as right",
  );
