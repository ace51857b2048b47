import { Select } from "#ui/Select.tsx";
import { bounds, scenarioIds } from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import { startOf } from "./presets.ts";
import type { SocketLifeLab } from "./socket-life-lab.ts";

const scenarioOptions = scenarioIds.map((value) => ({ value, label: startOf(value).title }));

const backlogOptions = Array.from({ length: bounds.mostBacklog + 1 }, (_, count) => ({
  value: String(count),
  label: String(count),
}));

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: SocketLifeLab }) {
  const { scenario, backlog, text } = lab.settings.value;
  const isBusy = lab.isBusy.value;
  const isUnderway = lab.next.value !== undefined;
  const isFixed = isBusy || isUnderway;
  return (
    <form
      class="life-controls"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.start();
      }}
    >
      <Select
        label="What happens"
        value={scenario}
        options={scenarioOptions}
        isDisabled={isFixed}
        onChange={(chosen) => {
          lab.change(startOf(chosen).settings);
          lab.unsay("outcome");
        }}
      />
      <Select
        label="listen: backlog"
        value={String(backlog)}
        options={backlogOptions}
        isDisabled={isFixed}
        onChange={(count) => lab.change({ backlog: Number(count) })}
      />
      <label class="field">
        <span class="field-label">send: text</span>
        <input
          class="field-control is-mono"
          value={text}
          required
          maxLength={bounds.textLength}
          disabled={isFixed}
          onInput={({ currentTarget }) => lab.change({ text: currentTarget.value })}
        />
      </label>
      <Prediction lab={lab} />
      <Buttons lab={lab} isBusy={isBusy} isUnderway={isUnderway} />
    </form>
  );
}

interface ButtonsProps {
  lab: SocketLifeLab;
  isBusy: boolean;
  isUnderway: boolean;
}

function Buttons({ lab, isBusy, isUnderway }: ButtonsProps) {
  const isByHand = lab.settings.value.scenario === "by-hand";
  const { isAway } = lab;
  const label = isAway ? "Play the recording" : isUnderway && !isByHand ? "Run the rest" : "Run";
  return (
    <div class="life-buttons">
      <button type="submit" class="button-primary" disabled={isBusy || (isByHand && isUnderway)}>
        {label}
      </button>
      {isByHand ? null : (
        <button
          type="button"
          class="button-quiet"
          disabled={isBusy || isAway}
          onClick={() => void lab.step()}
        >
          One call
        </button>
      )}
      {isUnderway ? (
        <button
          type="button"
          class="button-quiet"
          disabled={isBusy}
          onClick={() => void lab.finish()}
        >
          End the run
        </button>
      ) : null}
    </div>
  );
}
