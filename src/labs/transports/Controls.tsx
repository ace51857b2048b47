import { Segmented } from "#ui/Segmented.tsx";
import {
  type IntervalMs,
  intervalsMs,
  laneNames,
  type Seed,
  type Settings,
  seeds,
  type Transport,
  transports,
} from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import type { TransportsLab } from "./transports-lab.ts";

const shows = [
  { value: "news", label: "the same news" },
  { value: "connections", label: "six open streams" },
] as const;

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: TransportsLab }) {
  const { show } = lab.settings.value;
  const isBusy = lab.isPreparing.value || lab.run.value?.stage === "running";
  return (
    <form
      class="transports-controls"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.start();
      }}
    >
      <Segmented
        label="What is shown"
        value={show}
        options={shows}
        onChange={(next) => lab.change({ show: next, lanes: next === "news" ? transports : [] })}
      />
      {show === "news" ? <News lab={lab} /> : <Connections />}
      <Prediction lab={lab} />
      <button type="submit" class="button-primary" disabled={isBusy}>
        {isBusy ? "Running …" : runLabel(lab)}
      </button>
    </form>
  );
}

const runLabel = ({ view }: TransportsLab): string =>
  view.value.state === "lost" && !view.value.ended ? "Play the recording" : "Run";

function News({ lab }: { lab: TransportsLab }) {
  const { lanes, everyMs, seed }: Settings = lab.settings.value;
  return (
    <>
      <fieldset class="transports-question">
        <legend class="field-label">Ways</legend>
        {transports.map((lane) => (
          <label key={lane} class="tick">
            <input
              type="checkbox"
              checked={lanes.includes(lane)}
              // A run without any lane would show nothing.
              disabled={lanes.length === 1 && lanes.includes(lane)}
              onChange={() => lab.change({ lanes: toggled(lanes, lane) })}
            />
            {laneNames[lane]}
          </label>
        ))}
      </fieldset>
      <Segmented
        label="Polling asks every"
        value={String(everyMs)}
        options={intervalsMs.map((ms) => ({ value: String(ms), label: `${ms}\u00a0ms` }))}
        isDisabled={!lanes.includes("polling")}
        onChange={(ms) => lab.change({ everyMs: Number(ms) as IntervalMs })}
      />
      <Segmented
        label="Moments of the news, drawn by chance"
        value={String(seed)}
        options={seeds.map((each, index) => ({ value: String(each), label: `draw ${index + 1}` }))}
        onChange={(each) => lab.change({ seed: Number(each) as Seed })}
      />
    </>
  );
}

const toggled = (lanes: readonly Transport[], lane: Transport): Transport[] =>
  transports.filter((each) => lanes.includes(each) !== (each === lane));

const Connections = () => (
  <p class="transports-note">
    The page opens six event streams to this host. Then it makes a <code>fetch</code> and a new
    WebSocket. After a second the server ends two of the streams, so that nothing else of this site
    waits for long.
  </p>
);
