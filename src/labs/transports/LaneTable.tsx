import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { formatFigure, formatTime } from "#ui/format-time.ts";
import { laneNames, newsCount, type Settings, type Transport } from "./model.ts";
import { laneFacts, meanMs } from "./run-facts.ts";

/** What each lane cost and how late it was told, while it runs and after. */
export function LaneTable({ run }: { run: ShownRun<Settings> }) {
  return (
    <table class="lab-table transports-lanes">
      <caption>
        What each way cost, and how late it was told <small>{errorText(run)}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">way</th>
          <th scope="col">requests</th>
          <th scope="col">bytes up</th>
          <th scope="col">bytes down</th>
          <th scope="col">ms late, mean</th>
          <th scope="col">ms late, most</th>
        </tr>
      </thead>
      <tbody>
        {run.settings.lanes.map((lane) => (
          <Row key={lane} lane={lane} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ lane, run }: { lane: Transport; run: ShownRun<Settings> }) {
  const { requests, upBytes, downBytes, delays } = laneFacts(run, laneNames[lane]);
  const mean = meanMs(delays);
  const most = Math.max(...delays.map(({ ms }) => ms));
  return (
    <tr data-lane={lane}>
      <th scope="row">{laneNames[lane]}</th>
      <td>{requests}</td>
      <td>{upBytes.toLocaleString("en")}</td>
      <td>{downBytes.toLocaleString("en")}</td>
      <td>{mean === undefined ? "–" : formatFigure(mean)}</td>
      <td>{mean === undefined ? "–" : formatFigure(most)}</td>
    </tr>
  );
}

/** How late each item was, lane by lane. */
export function ItemTable({ run }: { run: ShownRun<Settings> }) {
  const numbers = Array.from({ length: newsCount }, (_, index) => index + 1);
  return (
    <table class="lab-table transports-lanes">
      <caption>How late each item was, in ms</caption>
      <thead>
        <tr>
          <th scope="col">way</th>
          {numbers.map((number) => (
            <th key={number} scope="col">
              {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {run.settings.lanes.map((lane) => (
          <ItemRow key={lane} lane={lane} run={run} numbers={numbers} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow(props: { lane: Transport; run: ShownRun<Settings>; numbers: readonly number[] }) {
  const { delays } = laneFacts(props.run, laneNames[props.lane]);
  return (
    <tr>
      <th scope="row">{laneNames[props.lane]}</th>
      {props.numbers.map((each) => {
        const delay = delays.find(({ number }) => number === each);
        return <td key={each}>{delay ? formatFigure(delay.ms) : "–"}</td>;
      })}
    </tr>
  );
}

/** How far the page's clock may be from the server's, which is in every delay. */
function errorText(run: ShownRun<Settings>): string {
  const { errorMs } = run.clocks.page ?? {};
  return errorMs === undefined ? "" : `(times: ${formatTime(0, errorMs).replace("0 ", "")})`;
}
