import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Select } from "#ui/Select.tsx";
import { callsOf, programOf, type SocketName, socketNames } from "./model.ts";
import type { SocketLifeLab } from "./socket-life-lab.ts";

const options = socketNames.map((value) => ({
  value,
  label: `${value}, ${programOf(value)}`,
}));

/** Every call on every socket, for the reader to make while a run is underway. */
export function ByHand({ lab }: { lab: SocketLifeLab }) {
  const chosen = useMemo(() => signal<SocketName>("L1"), []);
  const on = chosen.value;
  const isOff = lab.next.value === undefined || lab.isBusy.value;
  return (
    <fieldset class="life-hand" disabled={isOff}>
      <legend>By hand, while a run is underway</legend>
      <Select
        label="Socket"
        value={on}
        options={options}
        onChange={(name) => {
          chosen.value = name;
        }}
      />
      <div class="life-calls">
        {callsOf(on).map((call) => (
          <button
            key={call}
            type="button"
            class="life-call"
            onClick={() => void lab.act({ call, on })}
          >
            {call}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
