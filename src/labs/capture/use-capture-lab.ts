import type { RefObject } from "preact";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import { type PresetLabProps, usePresetLab } from "#lab-kit/use-preset-lab.ts";
import type { CapturePort } from "./capture-client.ts";
import { CaptureLab } from "./capture-lab.ts";
import { isPresetId, type PresetId, type Settings } from "./presets.ts";
import type { Reply } from "./protocol.ts";
import { sampleFiles } from "./sample-files.ts";
import { readQuery } from "./settings-link.ts";

function makePort(): CapturePort {
  const worker = new Worker(new URL("./reading/capture-worker.ts", import.meta.url), {
    type: "module",
  });
  return {
    postMessage: (question) => worker.postMessage(question),
    listen: (take, fail) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => take(data);
      worker.onerror = () => fail();
    },
    terminate: () => worker.terminate(),
  };
}

const fetchSample = async (preset: PresetId): Promise<Blob | undefined> => {
  const response = await fetch(sampleFiles[preset]).catch(() => undefined);
  return response?.ok ? response.blob() : undefined;
};

const kind = {
  make: (given: PresetLabGiven<Settings, PresetId>) =>
    new CaptureLab({ ...given, makePort, fetchSample }),
  readQuery,
  isPresetId,
  recordings: {},
};

/** The lab of one widget. */
export const useCaptureLab = (
  props: PresetLabProps<PresetId>,
): { lab: CaptureLab; root: RefObject<HTMLDivElement> } => usePresetLab(props, kind);
