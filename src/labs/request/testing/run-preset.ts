import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { presets } from "../presets.ts";
import { RequestLab } from "../request-lab.ts";

/** Runs settings once at a real host, as a page does. */
export const runSettings = (url: string, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) => new RequestLab({ ...given, start: { preset: "ask", settings } }),
    (lab) => lab.start(),
  );

/** Runs each preset once. */
export const runPresets = (url: string) =>
  runEach(idsOf(presets), (id) => runSettings(url, presets[id].settings));
