import type { Run } from "#lab-kit/recording.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { RequestLab } from "../request-lab.ts";

/** Runs settings once at a real host, as a page does. */
export async function runSettings(url: string, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = new RequestLab({
    build: "dev",
    failures: {},
    start: { preset: "ask", settings },
    ended: resolve,
    recordingOf: async () => undefined,
    url,
  });
  try {
    await lab.start();
    if (lab.problem.value) throw new Error(`run: ${lab.problem.value.says}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each preset once. */
export async function runPresets(url: string): Promise<ReadonlyMap<PresetId, Run>> {
  const ids = Object.keys(presets) as PresetId[];
  const runs = ids.map(async (id) => [id, await runSettings(url, presets[id].settings)] as const);
  return new Map(await Promise.all(runs));
}
