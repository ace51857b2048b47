import type { Observation } from "#lab-kit/observation.ts";
import type { Run } from "#lab-kit/recording.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { WireLab } from "../wire-lab.ts";

/** The lab as a page has it, at this host. The caller closes it. */
export const openWire = (
  url: string,
  settings: Settings,
  ended: (run: Run) => void = () => undefined,
): WireLab =>
  new WireLab({
    build: "dev",
    failures: {},
    start: { preset: "event", settings },
    ended,
    recordingOf: async () => undefined,
    url,
  });

/** Runs settings once, as a page does, with a real client at a real host. */
export async function runSettings(url: string, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = openWire(url, settings, resolve);
  try {
    await lab.send();
    const { value: problem } = lab.bench.problem;
    if (problem) throw new Error(`${problem.says} ${problem.next}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs a preset once. */
export const runPreset = (url: string, preset: PresetId): Promise<Run> =>
  runSettings(url, presets[preset].settings);

/** What was observed in a run of each preset. */
export async function runPresets(url: string): Promise<Map<string, readonly Observation[]>> {
  const runs = new Map<string, readonly Observation[]>();
  for (const preset of Object.keys(presets) as PresetId[])
    runs.set(preset, (await runPreset(url, preset)).observations);
  return runs;
}
