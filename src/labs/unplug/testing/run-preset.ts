import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { UnplugLab } from "../unplug-lab.ts";

/** Runs share a processor, and a heartbeat must not come too late. */
const atOnce = 4;

/** Runs a preset as a page does, with real clients at a real host. Throws when the run is stuck. */
export const runPreset = (
  url: string,
  preset: PresetId,
  settings: Settings = presets[preset].settings,
): Promise<Run> =>
  runLab(
    url,
    (given) => new UnplugLab({ ...given, start: { preset, settings } }),
    async (lab) => {
      await lab.start();
      if (lab.run.value?.stage === "done") return;
      throw new Error(`run of ${preset}: ${lab.problem.value?.says ?? "stuck"}, ${storyOf(lab)}`);
    },
  );

/** Runs each preset once, a few at a time, each on a bench of its own. */
export const runPresets = (url: string, ids = idsOf(presets)) =>
  runEach(ids, (id) => runPreset(url, id), atOnce);

const storyOf = ({ run, step }: UnplugLab): string =>
  `step ${step.value}: ${JSON.stringify(run.value?.observations)}`;
