import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { SocketLifeLab } from "../socket-life-lab.ts";

/** Runs a preset as a page does, at a real host. Throws when the run does not end. */
export const runPreset = (
  url: string,
  preset: PresetId,
  settings: Settings = presets[preset].settings,
): Promise<Run> =>
  runLab(
    url,
    (given) => new SocketLifeLab({ ...given, start: { preset, settings } }),
    async (lab) => {
      await lab.start();
      const { stage = "none" } = lab.run.value ?? {};
      if (stage !== "done" && stage !== "stuck") throw new Error(`run of ${preset} = ${stage}`);
    },
  );

/** Runs each preset once, each on a bench of its own. */
export const runPresets = (url: string) => runEach(idsOf(presets), (id) => runPreset(url, id));
