import { z } from "zod";
import { bytesItem } from "./schema/bytes-item.ts";
import { areUnique, id } from "./schema/common.ts";
import { matchItem } from "./schema/match-item.ts";
import { numberItem } from "./schema/number-item.ts";
import { orderItem } from "./schema/order-item.ts";
import { textItem } from "./schema/text-item.ts";
import { choiceItem, multiItem, predictItem } from "./schema/tick-items.ts";

/** One question of any kind. */
export const item = z.discriminatedUnion(
  "kind",
  [choiceItem, multiItem, predictItem, orderItem, matchItem, numberItem, textItem, bytesItem],
  {
    error: (issue) =>
      issue.code === "invalid_union"
        ? "kind is one of choice, multi, predict, order, match, number, text, bytes"
        : undefined,
  },
);

/** How a mistake names its item: by its id, or by its place while it has none. */
const nameOf = (source: unknown, index: number): string =>
  z.object({ id: z.string() }).safeParse(source).data?.id ?? `item ${index + 1}`;

/** Reads each item by itself, so that a mistake says in which item it stands. */
const items = z
  .array(z.unknown())
  .min(1, "a quiz file has at least one item")
  .transform((sources, context) =>
    sources.map((source, index) => {
      const read = item.safeParse(source);
      if (read.success) return read.data;
      for (const issue of read.error.issues) {
        const path = [nameOf(source, index), ...issue.path];
        context.issues.push({ code: "custom", message: issue.message, path, input: source });
      }
      return z.NEVER;
    }),
  )
  .refine(areUnique, "two items of this file have the same id");

/** A file of content/quizzes: the items of one lesson. For the build and for tests only. */
export const quizFile = z.strictObject({ lesson: id, items });
