import { z } from "zod";
import { bytesItem } from "./schema/bytes-item.ts";
import { areUnique, id } from "./schema/common.ts";
import { matchItem } from "./schema/match-item.ts";
import { numberItem } from "./schema/number-item.ts";
import { orderItem } from "./schema/order-item.ts";
import { choiceItem, multiItem, predictItem } from "./schema/tick-items.ts";

/** One question of any kind. */
export const item = z.discriminatedUnion(
  "kind",
  [choiceItem, multiItem, predictItem, orderItem, matchItem, numberItem, bytesItem],
  {
    error: (issue) =>
      issue.code === "invalid_union"
        ? "kind is one of choice, multi, predict, order, match, number, bytes"
        : undefined,
  },
);

/** A file of content/quizzes: the items of one lesson. For the build and for tests only. */
export const quizFile = z.strictObject({
  lesson: id,
  items: z
    .array(item)
    .min(1, "a quiz file has at least one item")
    .refine(areUnique, "two items of this file have the same id"),
});
