import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import { DatagramsLab } from "../datagrams-lab.ts";
import type { Settings } from "../model.ts";
import { presets } from "../presets.ts";

/** Runs settings once, with real sockets at a real host, as a page does. */
export const runSettings = ({ url }: { url: string }, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) => new DatagramsLab({ ...given, start: { preset: "burst", settings } }),
    (lab) => lab.start(),
  );

/** Runs each preset once, one after the other: a burst of one would delay another's pauses. */
export const runPresets = (host: { url: string }) =>
  runEach(idsOf(presets), (id) => runSettings(host, presets[id].settings), 1);
