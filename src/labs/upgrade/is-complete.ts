import type { Observation } from "#lab-kit/observation.ts";

/** Event under which the server says that all it saw of a run has been told. */
export const fence = "fence";

/** Whether an observation is the last of a run. */
export const isFence = (seen: Observation): boolean =>
  seen.what === "returned" && seen.event === fence;

/** Whether a run has ended: it had come to rest, and the server has told all that it saw. */
export const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(isFence);
