import type { Clocks, Observation } from "./observation.ts";

/** What one run of a lab was and what was seen of it. */
export interface Run {
  lab: string;
  preset?: string;
  /** The lab's own settings, as JSON. */
  settings: object;
  clocks: Clocks;
  observations: Observation[];
}

/** A run as a file. Keys of the bench are not in it. */
export interface Recording extends Run {
  format: 1;
  /** When it was recorded, ISO 8601. */
  recordedAt: string;
}

/** Makes the file of a run. */
export const record = (run: Run, recordedAt: Date): Recording => ({
  format: 1,
  recordedAt: recordedAt.toISOString(),
  ...run,
});

/** The run of a recording, every observation marked as recorded. */
export const replayed = ({ format: _, recordedAt: __, ...run }: Recording): Run => ({
  ...run,
  observations: run.observations.map((seen) => ({ ...seen, provenance: "recorded" })),
});
