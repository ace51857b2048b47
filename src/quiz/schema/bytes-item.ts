import { z } from "zod";
import { askName, common, id, prose, remark } from "./common.ts";

/** An item whose bytes and key come from a run of a lab: `byteAnswers` in its answers.ts. */
export const bytesItem = z.strictObject({
  ...common,
  kind: z.literal("bytes"),
  lab: id,
  preset: id,
  ask: askName,
  /** Bytes that are easily taken for the right ones: those of other questions to the run. */
  likely: z.array(z.strictObject({ ask: askName, ...remark })).default([]),
  /** What is said of any other wrong selection. */
  otherwise: prose,
});
