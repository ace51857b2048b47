import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { presets } from "../presets.ts";
import { UpgradeLab } from "../upgrade-lab.ts";

/** Runs settings once, with a real client at a real host, as a page does. */
export const runSettings = ({ url }: { url: string }, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) => new UpgradeLab({ ...given, start: { preset: "default", settings } }),
    (lab) => lab.connect(),
  );

/** Runs each preset once, all at the same time, each on a bench of its own. */
export const runPresets = (host: { url: string }, ids = idsOf(presets)) =>
  runEach(ids, (id) => runSettings(host, presets[id].settings));
