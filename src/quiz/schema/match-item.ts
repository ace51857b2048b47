import { z } from "zod";
import { areUnique, common, optionId, prose, remark, shortText } from "./common.ts";

/** `feedback` is said when the pair is right. */
const left = z.strictObject({ id: optionId, text: shortText, right: optionId, feedback: prose });

/** It stands in a list of the browser, which shows text only. `feedback`: what it would mean. */
const right = z.strictObject({
  id: optionId,
  text: shortText.regex(/^[^`*[\]<>]*$/, "a right side is plain text: a browser's list shows it"),
  feedback: prose,
});

const wrongPair = z.strictObject({ left: optionId, right: optionId, ...remark });

const uniqueSides = "two entries of one side have the same id";

interface Pairs {
  left: readonly { id: string; right: string }[];
  right: readonly { id: string }[];
  wrongPairs: readonly { left: string; right: string }[];
  repeats: boolean;
}

const isRightId = ({ right: rights }: Pairs, id: string) => rights.some((each) => each.id === id);

const doPairsExist = (pairs: Pairs) => pairs.left.every((each) => isRightId(pairs, each.right));

const areRightsTakenOnce = ({ left: lefts, repeats }: Pairs) =>
  repeats || new Set(lefts.map((each) => each.right)).size === lefts.length;

const arePairsWrong = (pairs: Pairs) =>
  pairs.wrongPairs.every((wrong) => {
    const owner = pairs.left.find(({ id }) => id === wrong.left);
    return owner && isRightId(pairs, wrong.right) && owner.right !== wrong.right;
  });

/** An item whose left sides are to be paired with right sides. */
export const matchItem = z
  .strictObject({
    ...common,
    kind: z.literal("match"),
    left: z
      .array(left)
      .min(2, "a match has 2 to 6 left sides")
      .max(6, "a match has 2 to 6 left sides")
      .refine(areUnique, uniqueSides),
    right: z
      .array(right)
      .min(2, "a match has 2 to 8 right sides")
      .max(8, "a match has 2 to 8 right sides")
      .refine(areUnique, uniqueSides),
    /** Whether one right side may belong to several left sides. */
    repeats: z.boolean().default(false),
    wrongPairs: z.array(wrongPair).default([]),
  })
  .refine(doPairsExist, "left: `right` is the id of a right side")
  .refine(areRightsTakenOnce, "a right side belongs to one left side; if not, say repeats: true")
  .refine(arePairsWrong, "wrongPairs: two ids that do not belong together");
