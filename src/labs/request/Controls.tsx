import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { Prediction } from "./Prediction.tsx";
import type { RequestLab } from "./request-lab.ts";

const ways = [
  { value: "http", label: "HTTP" },
  { value: "socket", label: "an open socket" },
] as const;

const plots = [
  { value: "ask", label: "Ann asks once" },
  { value: "ask-again", label: "Ann asks twice" },
  { value: "server-first", label: "Bob has news" },
  { value: "call-back", label: "Bob calls back" },
  { value: "swap", label: "both ask, in turn" },
] as const;

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: RequestLab }) {
  const { way, plot, isListening } = lab.settings.value;
  const isBusy = lab.isPreparing.value || lab.bench.run.value?.stage === "running";
  return (
    <RunForm label="Run" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.start()}>
      <Segmented
        label="They speak over"
        value={way}
        options={ways}
        onChange={(next) => lab.change({ way: next })}
      />
      <Select
        label="What happens"
        value={plot}
        options={plots}
        onChange={(next) => lab.change({ plot: next })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={isListening}
          onChange={({ currentTarget: { checked } }) => lab.change({ isListening: checked })}
        />
        Bob’s program listens
      </label>
      <Prediction lab={lab} />
    </RunForm>
  );
}
