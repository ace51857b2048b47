import type { Run } from "#lab-kit/recording.ts";
import type { Settings } from "../model.ts";
import { isPresetId, type PresetId, presets } from "../presets.ts";
import { SocketLifeLab } from "../socket-life-lab.ts";

/** Runs a preset as a page does, at a real host. Throws when the run does not end. */
export async function runPreset(
  url: string,
  preset: PresetId,
  settings: Settings = presets[preset].settings,
): Promise<Run> {
  let ended: Run | undefined;
  const lab = new SocketLifeLab({
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
    if (!ended) throw new Error(`run of ${preset} = ${problem ?? "not ended"}`);
    return ended;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, each on a bench of its own. */
export async function runPresets(url: string): Promise<ReadonlyMap<PresetId, Run>> {
  const ids = Object.keys(presets).filter(isPresetId);
  const runs = await Promise.all(
    ids.map(async (id): Promise<[PresetId, Run]> => [id, await runPreset(url, id)]),
  );
  return new Map(runs);
}
