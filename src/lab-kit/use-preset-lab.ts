import type { RefObject } from "preact";
import type { FailureText } from "./failures.ts";
import type { PresetLabGiven, Start } from "./preset-lab.ts";
import type { Recording } from "./recording.ts";
import { type UsableLab, useLab } from "./use-lab.ts";
import { useStart } from "./use-start.ts";

/** What the page gives the widget of a lab with presets. */
export interface PresetLabProps<PresetId extends string> {
  failures: Readonly<Record<string, FailureText>>;
  /** Absent on the lab's own page, where the address says it. */
  preset?: PresetId | undefined;
}

/** What the hook needs of the lab. */
export interface PresetLabKind<Lab, Settings extends object, PresetId extends string> {
  make: (given: PresetLabGiven<Settings, PresetId>) => Lab;
  /** Reads settings from a query. What is unknown in it is left as the preset has it. */
  readQuery: (query: string) => Start<Settings, PresetId>;
  isPresetId: (name: string) => name is PresetId;
  /** Loaders of the lab's shipped recordings, by path, as `import.meta.glob` gives them. */
  recordings: Readonly<Record<string, () => Promise<Recording>>>;
}

interface StartableLab<Settings extends object, PresetId extends string> extends UsableLab {
  startFrom(start: Start<Settings, PresetId>): void;
}

/** The lab of one widget. It starts with its preset, the address's, or one that an item asks for. */
export function usePresetLab<
  Lab extends StartableLab<Settings, PresetId>,
  Settings extends object,
  PresetId extends string,
>(
  { preset, failures }: PresetLabProps<PresetId>,
  { make, readQuery, isPresetId, recordings }: PresetLabKind<Lab, Settings, PresetId>,
): { lab: Lab; root: RefObject<HTMLDivElement> } {
  const { lab, root } = useLab((ended) =>
    make({
      failures,
      ended,
      start: readQuery(preset ? `preset=${preset}` : ""),
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
