import type { RefObject } from "preact";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { type PresetLabProps, usePresetLab } from "#lab-kit/use-preset-lab.ts";
import type { Settings } from "./model.ts";
import { NodesLab } from "./nodes-lab.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";

const kind = {
  make: (given: PresetLabGiven<Settings, PresetId>) => new NodesLab(given),
  readQuery,
  isPresetId,
  recordings: import.meta.glob<Recording>("./recordings/*.json", { import: "default" }),
};

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function useNodesLab(props: PresetLabProps<PresetId>): {
  lab: NodesLab;
  root: RefObject<HTMLDivElement>;
} {
  return usePresetLab(props, kind);
}
