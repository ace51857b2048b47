import type { PredictItem } from "#quiz/item.ts";
import type { LabRun } from "#quiz/lab-run.ts";
import { readRun } from "#quiz/read-run.ts";
import { answersOf } from "./answers-of.ts";

const recordings = import.meta.glob<LabRun>("../labs/*/recordings/*.json", { import: "default" });

/**
 * The key of a predict item by the lab's shipped recording, as option ids; undefined while there is
 * no recording. For the build only. Rejects when the recording does not answer the item.
 */
export const recordedKey = async (item: PredictItem): Promise<readonly string[] | undefined> => {
  const load = recordings[`../labs/${item.lab}/recordings/${item.preset}.json`];
  if (!load) return undefined;
  const read = readRun(item, await answersOf(item.lab), await load());
  if (read.ok) return read.value.key;
  throw new Error(
    `quiz item ${item.id}: the recording ${item.preset} of lab ${item.lab} gives none of its options to "${item.ask}"`,
  );
};
