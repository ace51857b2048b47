import type { LabState } from "./bench-session.ts";
import type { LabTexts } from "./lab-texts.ts";
import { type Observation, provenanceOf } from "./observation.ts";
import { type LabOfFiles, openRun, saveRun } from "./run-files.ts";

/** What the frame of a lab with presets needs of the lab's folder. */
export interface PresetFrameKind<Settings extends object, PresetId extends string> {
  /** Id of the lab, as in its folder's name. */
  id: string;
  presets: Readonly<Record<PresetId, { title: string }>>;
  isSettings: (value: unknown) => boolean;
  /** Settings as the query of a link. */
  queryOf: (settings: Settings, preset: PresetId) => string;
  /** Whether a run may be drawn once more. */
  replays?: boolean;
}

interface FramedLab<Settings extends object, PresetId extends string> extends LabOfFiles {
  readonly settings: { value: Settings };
  readonly startPreset: PresetId;
  readonly run: { value: { observations: readonly Observation[] } | undefined };
  readonly state: { value: LabState };
  reset(): void;
  replay?(): void;
}

/** What the frame shows and does of every lab with presets; what differs is the widget's. */
export function presetFrame<Settings extends object, PresetId extends string>(
  lab: FramedLab<Settings, PresetId>,
  { title, leavesOut, sources }: LabTexts,
  kind: PresetFrameKind<Settings, PresetId>,
) {
  const { startPreset: preset, problem } = lab;
  const seen = lab.run.value?.observations ?? [];
  const hasRun = seen.length > 0;
  return {
    lab: kind.id,
    preset,
    about: kind.presets[preset].title,
    title,
    leavesOut,
    sources,
    state: lab.state.value,
    ...(hasRun && { provenance: provenanceOf(seen), onSaveRun: () => saveRun(lab) }),
    ...(hasRun && kind.replays && { onReplay: () => lab.replay?.() }),
    ...(problem.value && { failure: problem.value }),
    onReset: () => lab.reset(),
    onOpenRun: (file: File) => void openRun(lab, file, kind),
    linkOf: () => `${location.origin}/labs/${kind.id}/?${kind.queryOf(lab.settings.value, preset)}`,
  };
}
