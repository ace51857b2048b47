import type { z } from "zod";
import type { choiceItem, multiItem, predictItem, quizFile } from "./schema.ts";

export type ChoiceItem = z.output<typeof choiceItem>;
export type MultiItem = z.output<typeof multiItem>;
export type PredictItem = z.output<typeof predictItem>;

/** One question, as the schema leaves it. After `renderItem` its texts are HTML. */
export type Item = ChoiceItem | MultiItem | PredictItem;

export type QuizFile = z.output<typeof quizFile>;
