import type { Observation } from "#lab-kit/observation.ts";
import type { Run } from "#lab-kit/recording.ts";
import { idsOf, type Pageless, runEach, runLab, withoutPage } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { WireLab } from "../wire-lab.ts";

const wire = (given: Pageless, settings: Settings): WireLab =>
  new WireLab({ ...given, start: { preset: "event", settings } });

/** The lab as a page has it, at this host. The caller closes it. */
export const openWire = (url: string, settings: Settings, ended?: (run: Run) => void): WireLab =>
  wire(withoutPage(url, ended), settings);

/** Runs settings once, as a page does, with a real client at a real host. */
export const runSettings = (url: string, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) => wire(given, settings),
    (lab) => lab.send(),
  );

/** Runs a preset once. */
export const runPreset = (url: string, preset: PresetId): Promise<Run> =>
  runSettings(url, presets[preset].settings);

/** What was observed in a run of each preset. */
export const runPresets = (url: string): Promise<ReadonlyMap<string, readonly Observation[]>> =>
  runEach(idsOf(presets), async (id) => (await runPreset(url, id)).observations, 1);
