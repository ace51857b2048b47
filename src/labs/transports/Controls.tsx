import { SomeOf } from "#ui/Choice.tsx";
import { RunForm } from "#ui/RunForm.tsx";
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
    <RunForm label="Run" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.start()}>
      <Segmented
        label="What is shown"
        value={show}
        options={shows}
        onChange={(next) => lab.change({ show: next, lanes: next === "news" ? transports : [] })}
      />
      {show === "news" ? <News lab={lab} /> : <Connections />}
      <Prediction lab={lab} />
    </RunForm>
  );
}

function News({ lab }: { lab: TransportsLab }) {
  const { lanes, everyMs, seed }: Settings = lab.settings.value;
  return (
    <>
      <SomeOf
        label="Ways"
        answers={laneNames}
        chosen={lanes}
        // A run without any lane would show nothing.
        isFixed={(lane) => lanes.length === 1 && lanes.includes(lane)}
        onTick={(lane) => lab.change({ lanes: toggled(lanes, lane) })}
      />
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
