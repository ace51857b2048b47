import type { RefObject } from "preact";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import { type PresetLabProps, usePresetLab } from "#lab-kit/use-preset-lab.ts";
import { LayersLab } from "./layers-lab.ts";
import type { Settings } from "./model.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";

const kind = {
  make: (given: PresetLabGiven<Settings, PresetId>) => new LayersLab(given),
  readQuery,
  isPresetId,
  recordings: {},
};

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export const useLayersLab = (
  props: PresetLabProps<PresetId>,
): { lab: LayersLab; root: RefObject<HTMLDivElement> } => usePresetLab(props, kind);
