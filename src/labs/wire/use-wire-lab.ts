import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { useLab } from "#lab-kit/use-lab.ts";
import { useStart } from "#lab-kit/use-start.ts";
import { placeIn } from "./place-link.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";
import { WireLab } from "./wire-lab.ts";

/** What the page gives the widget. */
export interface WireLabProps extends Pick<LabTexts, "failures"> {
  /** Absent on the lab's own page, where the address says it. */
  preset?: PresetId | undefined;
}

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function useWireLab(props: WireLabProps): { lab: WireLab; root: RefObject<HTMLDivElement> } {
  const { preset, failures } = props;
  const { lab, root } = useLab(
    (ended) =>
      new WireLab({
        failures,
        start: readQuery(new URLSearchParams(preset ? { preset } : {})),
        ended,
        recordingOf: async (name) =>
          recordings[`./recordings/${name}.json`]?.().catch(() => undefined),
      }),
  );
  useStart(root, preset, (query) => {
    const named = query.get("preset");
    if (named !== null && !isPresetId(named)) return false;
    lab.startFrom(readQuery(query));
    return true;
  });
  useEffect(() => {
    if (preset !== undefined) return;
    const toPlace = () =>
      root.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    const show = () => {
      const place = placeIn(location.hash);
      if (place) void lab.showPlace(place).then(() => requestAnimationFrame(toPlace));
    };
    show();
    addEventListener("hashchange", show);
    return () => removeEventListener("hashchange", show);
  }, [lab, root, preset]);
  return { lab, root };
}
