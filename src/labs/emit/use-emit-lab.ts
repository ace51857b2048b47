import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FailureText } from "#lab-kit/failures.ts";
import { whileInUse } from "#lab-kit/in-use.ts";
import { pageBuild } from "#lab-kit/page-build.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { tellRun } from "#lab-kit/run-event.ts";
import { EmitLab } from "./emit-lab.ts";
import { isPresetId, type PresetId } from "./presets.ts";
import { readQuery } from "./settings-link.ts";

/** What the page gives the widget. */
export interface EmitLabProps {
  /** Absent on the lab's own page, where the address says it. */
  preset?: PresetId | undefined;
  failures: Readonly<Record<string, FailureText>>;
}

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

/** The lab of one widget, opened while it is in use. */
export function useEmitLab(props: EmitLabProps): { lab: EmitLab; root: RefObject<HTMLDivElement> } {
  const root = useRef<HTMLDivElement>(null);
  const [lab] = useState(() => makeLab(props, root));
  useEffect(() => {
    const element = root.current;
    if (!props.preset) lab.startFrom(readQuery(location.search));
    if (!element) return undefined;
    const takePreset = (event: Event) => {
      const preset: unknown = (event as CustomEvent).detail;
      if (typeof preset !== "string" || !isPresetId(preset)) return;
      event.preventDefault();
      lab.startFrom(readQuery(`preset=${preset}`));
    };
    element.addEventListener("lab:preset", takePreset);
    const leave = whileInUse(element, { open: () => lab.open(), close: () => lab.close() });
    return () => {
      element.removeEventListener("lab:preset", takePreset);
      leave();
    };
  }, [lab, props.preset]);
  return { lab, root };
}

const makeLab = ({ preset, failures }: EmitLabProps, root: RefObject<HTMLDivElement>) =>
  new EmitLab({
    build: pageBuild(),
    failures,
    start: readQuery(preset ? `preset=${preset}` : ""),
    ended: (run) => {
      const frame = root.current?.firstElementChild;
      if (frame) tellRun(frame, run);
    },
    recordingOf: async (name) => recordings[`./recordings/${name}.json`]?.().catch(() => undefined),
  });
