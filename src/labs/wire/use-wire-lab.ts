import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { type PresetLabProps, usePresetLab } from "#lab-kit/use-preset-lab.ts";
import type { Settings } from "./model.ts";
import { placeIn } from "./place-link.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";
import { WireLab } from "./wire-lab.ts";

const kind = {
  make: (given: PresetLabGiven<Settings, PresetId>) => new WireLab(given),
  readQuery,
  isPresetId,
  recordings: import.meta.glob<Recording>("./recordings/*.json", { import: "default" }),
};

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function useWireLab(props: PresetLabProps<PresetId>): {
  lab: WireLab;
  root: RefObject<HTMLDivElement>;
} {
  const { lab, root } = usePresetLab(props, kind);
  useEffect(() => {
    if (props.preset !== undefined) return;
    const toPlace = () =>
      root.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    const show = () => {
      const place = placeIn(location.hash);
      if (place) void lab.showPlace(place).then(() => requestAnimationFrame(toPlace));
    };
    show();
    addEventListener("hashchange", show);
    return () => removeEventListener("hashchange", show);
  }, [lab, root, props.preset]);
  return { lab, root };
}
