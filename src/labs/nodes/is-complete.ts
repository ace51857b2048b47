import { type Observation, seen } from "#lab-kit/observation.ts";
import { news } from "./model.ts";

/** Event under which a run ends in which nobody emits. */
export const done = "done";

/** Whether nothing more will come: node 1 is through, and all to whom it was written have it. */
export function isComplete(observations: readonly Observation[]): boolean {
  const isThrough = seen(observations, "returned").some(
    ({ event }) => event === done || event === news,
  );
  const owed = seen(observations, "written").flatMap(({ write }) => write.recipients);
  const handled = new Set(seen(observations, "handled").map(({ where }) => where));
  return isThrough && owed.every((who) => handled.has(who));
}
