import type { Run } from "#lab-kit/recording.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { StreamLab } from "../stream-lab.ts";

/** The lab as a page has it, at this host. The caller closes it. */
export const openStream = (
  url: string,
  settings: Settings,
  ended: (run: Run) => void = () => undefined,
): StreamLab =>
  new StreamLab({
    build: "dev",
    failures: {},
    start: { preset: "two-writes", settings },
    ended,
    recordingOf: async () => undefined,
    url,
  });

/** Runs settings once, as a page does, at a real host. */
export async function runSettings(url: string, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = openStream(url, settings, resolve);
  try {
    await lab.start();
    const { value: problem } = lab.bench.problem;
    if (problem) throw new Error(`${problem.says} ${problem.next}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, one after the other: some move 8 MiB. */
export async function runPresets(url: string): Promise<ReadonlyMap<PresetId, Run>> {
  const runs = new Map<PresetId, Run>();
  for (const preset of Object.keys(presets) as PresetId[])
    runs.set(preset, await runSettings(url, presets[preset].settings));
  return runs;
}
