import { useEffect } from "preact/hooks";
import type { Item } from "./item.ts";
import type { AnswersOf, LabRun } from "./lab-run.ts";
import type { Action } from "./play.ts";
import { readRun } from "./read-run.ts";
import { runMemory } from "./run-memory.ts";

/** Turns runs of the item's lab and preset into actions. Other kinds hear nothing. */
export const useRuns = (
  item: Item,
  answersOf: AnswersOf,
  dispatch: (action: Action) => void,
): void => {
  useEffect(() => {
    if (!("lab" in item)) return undefined;
    const hear = async (run: LabRun) => {
      const atIso = new Date().toISOString();
      try {
        const read = readRun(item, await answersOf(item.lab), run);
        dispatch(read.ok ? { type: "run", run: read.value, atIso } : { type: "unreadable-run" });
      } catch {
        dispatch({ type: "unreadable-run" });
      }
    };
    runMemory.listenOn(document);
    return runMemory.follow(item.lab, item.preset, (run) => void hear(run));
  }, [item, answersOf, dispatch]);
};
