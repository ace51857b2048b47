import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { pageBuild } from "#lab-kit/page-build.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { useLab } from "#lab-kit/use-lab.ts";
import { EmitLab } from "./emit-lab.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";

/** What the page gives the widget. */
export interface EmitLabProps extends Pick<LabTexts, "failures"> {
  /** Absent on the lab's own page, where the address says it. */
  preset?: PresetId | undefined;
}

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function useEmitLab(props: EmitLabProps): { lab: EmitLab; root: RefObject<HTMLDivElement> } {
  const { preset, failures } = props;
  const { lab, root } = useLab(
    (ended) =>
      new EmitLab({
        build: pageBuild(),
        failures,
        start: readQuery(preset ? `preset=${preset}` : ""),
        ended,
        recordingOf: async (name) =>
          recordings[`./recordings/${name}.json`]?.().catch(() => undefined),
      }),
  );
  useEffect(() => {
    if (!preset) lab.startFrom(readQuery(location.search));
    return root.current ? onPreset(root.current, (asked) => lab.startFrom(asked)) : undefined;
  }, [lab, root, preset]);
  return { lab, root };
}

/** A quiz item asks for a preset by an event; preventing its default says that it is shown. */
function onPreset(element: Element, start: (asked: ReturnType<typeof readQuery>) => void) {
  const take = (event: Event) => {
    const preset: unknown = (event as CustomEvent).detail;
    if (typeof preset !== "string" || !isPresetId(preset)) return;
    event.preventDefault();
    start(readQuery(`preset=${preset}`));
  };
  element.addEventListener("lab:preset", take);
  return () => element.removeEventListener("lab:preset", take);
}
