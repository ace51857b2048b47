import { NumberField } from "#ui/NumberField.tsx";
import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { type EveryMs, everyMsOptions, limits } from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import { RelayControls } from "./RelayControls.tsx";

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: DatagramsLab }) {
  const { payload, way } = lab.settings.value;
  const isBusy = lab.isPreparing.value || lab.bench.run.value?.stage === "running";
  return (
    <RunForm
      label="Send"
      busyLabel="Sending …"
      isBusy={isBusy}
      isAway={lab.isAway}
      onRun={() => void lab.start()}
    >
      <Segmented
        label="What is sent"
        value={payload}
        options={[
          { value: "numbers", label: "numbers" },
          { value: "words", label: "three texts" },
        ]}
        onChange={(next) =>
          lab.change({ payload: next, ...(next === "words" && { way: "straight" }) })
        }
      />
      {payload === "numbers" ? <Load lab={lab} /> : null}
      <Way lab={lab} />
      {way === "relay" ? <RelayControls lab={lab} /> : null}
      <Ticks lab={lab} />
      <Prediction lab={lab} />
    </RunForm>
  );
}

function Load({ lab }: { lab: DatagramsLab }) {
  const { count, sizeBytes, everyMs } = lab.settings.value;
  return (
    <>
      <div class="datagrams-pair">
        <NumberField
          label="Datagrams"
          value={count}
          range={limits.count}
          onChange={(next) => lab.change({ count: next })}
        />
        <NumberField
          label="Bytes in each"
          value={sizeBytes}
          range={limits.sizeBytes}
          onChange={(next) => lab.change({ sizeBytes: next })}
        />
      </div>
      <Segmented
        label="Pause between two"
        value={String(everyMs)}
        options={everyMsOptions.map((ms) => ({
          value: String(ms),
          label: ms === 0 ? "none" : `${ms}\u00a0ms`,
        }))}
        onChange={(ms) => lab.change({ everyMs: Number(ms) as EveryMs })}
      />
    </>
  );
}

function Way({ lab }: { lab: DatagramsLab }) {
  const { payload, peer, way } = lab.settings.value;
  return (
    <>
      <Segmented
        label="At the other port"
        value={peer}
        options={[
          { value: "open", label: "a receiver" },
          { value: "closed", label: "nobody" },
        ]}
        onChange={(next) =>
          lab.change({ peer: next, ...(next === "closed" && { besideTcp: false }) })
        }
      />
      <Segmented
        label="The way there"
        value={way}
        options={[
          { value: "straight", label: "straight" },
          { value: "relay", label: "a relay of ours", isDisabled: payload === "words" },
        ]}
        onChange={(next) =>
          lab.change({ way: next, ...(next === "relay" && { besideTcp: false }) })
        }
      />
    </>
  );
}

function Ticks({ lab }: { lab: DatagramsLab }) {
  const { peer, way, besideTcp, isConnected, buffer } = lab.settings.value;
  return (
    <div class="datagrams-ticks">
      <label class="tick">
        <input
          type="checkbox"
          checked={besideTcp}
          disabled={way === "relay" || peer === "closed"}
          onChange={() => lab.change({ besideTcp: !besideTcp })}
        />
        the same over TCP, too
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={buffer === "small"}
          disabled={peer === "closed"}
          onChange={() => lab.change({ buffer: buffer === "small" ? "usual" : "small" })}
        />
        the smallest receive buffer
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={isConnected}
          onChange={() => lab.change({ isConnected: !isConnected })}
        />
        <span>
          the sender calls <code>connect()</code> first
        </span>
      </label>
    </div>
  );
}
