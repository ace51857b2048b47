import type { z } from "zod";
import type { bytesItem } from "./schema/bytes-item.ts";
import type { matchItem } from "./schema/match-item.ts";
import type { numberItem } from "./schema/number-item.ts";
import type { orderItem } from "./schema/order-item.ts";
import type { textItem } from "./schema/text-item.ts";
import type { choiceItem, multiItem, predictItem } from "./schema/tick-items.ts";
import type { quizFile } from "./schema.ts";

export type ChoiceItem = z.output<typeof choiceItem>;
export type MultiItem = z.output<typeof multiItem>;
export type PredictItem = z.output<typeof predictItem>;
export type OrderItem = z.output<typeof orderItem>;
export type MatchItem = z.output<typeof matchItem>;
export type NumberItem = z.output<typeof numberItem>;
export type TextItem = z.output<typeof textItem>;

export type BytesItem = z.output<typeof bytesItem>;

/** An item whose key is a run of a lab. */
export type RunItem = PredictItem | BytesItem;

/** An item with options to tick. */
export type TickItem = ChoiceItem | MultiItem | PredictItem;

/** One question, as the schema leaves it. After `renderItem` its texts are HTML. */
export type Item = TickItem | OrderItem | MatchItem | NumberItem | TextItem | BytesItem;

export type QuizFile = z.output<typeof quizFile>;
