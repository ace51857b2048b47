import { z } from "zod";
import { common, prose, remark } from "./common.ts";

const range = z
  .strictObject({ from: z.number(), to: z.number() })
  .refine(({ from, to }) => from < to, "a range goes from the smaller to the larger number");

/** One number, or all from one to another. */
const amount = z.union([z.number(), range], { error: "a number, or { from, to }" });

type Amount = z.output<typeof amount>;

const edges = (one: Amount) => (typeof one === "number" ? { from: one, to: one } : one);

const overlaps = (one: Amount, other: Amount) =>
  edges(one).from <= edges(other).to && edges(other).from <= edges(one).to;

/** An item that is answered with a number. */
export const numberItem = z
  .strictObject({
    ...common,
    kind: z.literal("number"),
    unit: z.string().trim().max(20, "a unit is short").default(""),
    /** Numbers and ranges that are right. */
    accept: z.array(amount, { error: "accept is a list" }).min(1).max(5),
    /** Wrong numbers that are to be expected. */
    likely: z.array(z.strictObject({ value: amount, ...remark })).min(1, "one likely wrong number"),
    /** What is said of any other wrong number. */
    otherwise: prose,
  })
  .refine(
    ({ accept, likely }) =>
      !likely.some(({ value }) => accept.some((right) => overlaps(right, value))),
    "likely: a number there is accepted as right",
  );
