import type { Observation } from "#lab-kit/observation.ts";
import type { Run } from "#lab-kit/recording.ts";
import { LayersLab } from "../layers-lab.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";

/** The lab as a page has it, with the runs that it has told. */
export function openLayers(settings: Settings): { lab: LayersLab; runs: Run[] } {
  const runs: Run[] = [];
  const lab = new LayersLab({
    start: { preset: "event", settings },
    ended: (run) => runs.push(run),
  });
  lab.open();
  return { lab, runs };
}

/** Runs settings once, as a page does. Throws what the reader would be told instead of a run. */
export function runSettings(settings: Settings): Run {
  const { lab, runs } = openLayers(settings);
  lab.wrap();
  const { value: problem } = lab.problem;
  if (problem) throw new Error(`${problem.says} ${problem.next}`);
  const [run] = runs;
  if (!run) throw new Error("run = none, must have ended at once");
  return run;
}

/** What a run of each preset comes to. */
export const runPresets = (): Map<string, readonly Observation[]> =>
  new Map(
    (Object.keys(presets) as PresetId[]).map((id) => [
      id,
      runSettings(presets[id].settings).observations,
    ]),
  );
