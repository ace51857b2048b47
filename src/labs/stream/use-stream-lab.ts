import type { RefObject } from "preact";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { useLab } from "#lab-kit/use-lab.ts";
import { useStart } from "#lab-kit/use-start.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";
import { StreamLab } from "./stream-lab.ts";

/** What the page gives the widget. */
export interface StreamLabProps extends Pick<LabTexts, "failures"> {
  /** Absent on the lab's own page, where the address says it. */
  preset?: PresetId | undefined;
}

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function useStreamLab({ preset, failures }: StreamLabProps): {
  lab: StreamLab;
  root: RefObject<HTMLDivElement>;
} {
  const { lab, root } = useLab(
    (ended) =>
      new StreamLab({
        failures,
        start: readQuery(preset ? `preset=${preset}` : ""),
        ended,
        recordingOf: async (name) =>
          recordings[`./recordings/${name}.json`]?.().catch(() => undefined),
      }),
  );
  useStart(root, preset, (query) => {
    const named = query.get("preset");
    if (named !== null && !isPresetId(named)) return false;
    lab.startFrom(readQuery(query.toString()));
    return true;
  });
  return { lab, root };
}
