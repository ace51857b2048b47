/** Where a lab stands: drawn only, reaching for its server, running, cut off, showing a recording. */
export const labStates = ["static", "connecting", "live", "lost", "replay"] as const;
export type LabState = (typeof labStates)[number];

/** The states in the words that readers see. */
export const labStateWords: Readonly<Record<LabState, string>> = {
  static: "not started",
  connecting: "connecting …",
  live: "live",
  lost: "connection lost",
  replay: "replay",
};
