import type { Run } from "#lab-kit/recording.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { UnplugLab } from "../unplug-lab.ts";

/** Runs share a processor, and a heartbeat must not come too late. */
const atOnce = 4;

/** Runs a preset as a page does, with real clients at a real host. Throws when the run is stuck. */
export async function runPreset(
  url: string,
  preset: PresetId,
  settings: Settings = presets[preset].settings,
): Promise<Run> {
  let ended: Run | undefined;
  const lab = new UnplugLab({
    build: "dev",
    failures: {},
    start: { preset, settings },
    ended: (run) => {
      ended = run;
    },
    recordingOf: async () => undefined,
    url,
  });
  try {
    await lab.start();
    const problem = lab.problem.value?.says;
    if (!ended) throw new Error(`run of ${preset}: ${problem ?? "stuck"}, ${storyOf(lab)}`);
    return ended;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, a few at a time, each on a bench of its own. */
export async function runPresets(
  url: string,
  ids = Object.keys(presets) as PresetId[],
): Promise<ReadonlyMap<PresetId, Run>> {
  const runs = new Map<PresetId, Run>();
  const left = [...ids];
  const runNext = async (): Promise<void> => {
    for (let id = left.shift(); id; id = left.shift()) runs.set(id, await runPreset(url, id));
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
  return runs;
}

const storyOf = ({ run, step }: UnplugLab): string =>
  `step ${step.value}: ${JSON.stringify(run.value?.observations)}`;
