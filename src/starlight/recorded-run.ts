import type { RunItem } from "#quiz/item.ts";
import type { LabRun, RunKey } from "#quiz/lab-run.ts";
import { readRun } from "#quiz/read-run.ts";
import { answersOf } from "./answers-of.ts";

const recordings = import.meta.glob<LabRun>("../labs/*/recordings/*.json", { import: "default" });

const addressOf = ({ lab, preset }: RunItem) => `../labs/${lab}/recordings/${preset}.json`;

/** Whether the run that an item is about ships as a recording. For the build only. */
export const isRecorded = (item: RunItem): boolean => addressOf(item) in recordings;

/**
 * What the lab's shipped recording says to an item about runs; undefined while there is no
 * recording. For the build only. Rejects when the recording does not answer the item.
 */
export const recordedRun = async (item: RunItem): Promise<RunKey | undefined> => {
  const load = recordings[addressOf(item)];
  if (!load) return undefined;
  const read = readRun(item, await answersOf(item.lab), await load());
  if (read.ok) return { ...read.value, provenance: "recorded" };
  throw new Error(
    `quiz item ${item.id}: the recording ${item.preset} of lab ${item.lab} gives no answer to "${item.ask}"`,
  );
};
