import { useRef, useState } from "preact/hooks";
import { Select } from "#ui/Select.tsx";
import type { CaptureLab } from "./capture-lab.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";

const samples = Object.keys(presets)
  .filter(isPresetId)
  .map((value) => ({ value, label: presets[value].title }));

/** Where a capture comes from: a sample, or a file of the reader's. */
export function OpenForm({ lab }: { lab: CaptureLab }) {
  const [chosen, setChosen] = useState<PresetId>();
  const sample = chosen ?? lab.startPreset;
  return (
    <form
      class="capture-open"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.openSample(sample);
      }}
    >
      <Select label="Sample" value={sample} options={samples} onChange={setChosen} />
      <button type="submit" class="button-primary">
        Open the sample
      </button>
      <ChooseFile lab={lab} />
      <p class="capture-private">
        pcap or pcapng. A file of your own is read on this page: nothing of it is sent.
      </p>
    </form>
  );
}

function ChooseFile({ lab }: { lab: CaptureLab }) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = input.current?.files?.[0];
    // Emptied, so that choosing the same file again is a change again.
    if (input.current) input.current.value = "";
    if (file) void lab.openFile(file);
  };
  return (
    <>
      <button type="button" class="button-quiet" onClick={() => input.current?.click()}>
        Choose a file
      </button>
      <input ref={input} type="file" aria-label="A capture of your own" hidden onChange={take} />
    </>
  );
}
