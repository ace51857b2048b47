import type { RefObject } from "preact";
import type { Recording } from "#lab-kit/recording.ts";
import { type PresetLabProps, usePresetLab } from "#lab-kit/use-preset-lab.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";
import { StreamLab } from "./stream-lab.ts";

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

/** The lab of one widget. */
export const useStreamLab = (
  props: PresetLabProps<PresetId>,
): { lab: StreamLab; root: RefObject<HTMLDivElement> } =>
  usePresetLab(props, { make: (given) => new StreamLab(given), readQuery, isPresetId, recordings });
