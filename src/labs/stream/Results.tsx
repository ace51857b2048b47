import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { PredictionTable } from "#ui/PredictionTable.tsx";
import type { Said, Settings } from "./model.ts";
import { places } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import {
  drainsIn,
  firstFalseBytes,
  messagesGot,
  messagesSent,
  readsIn,
  type Standing,
  standingOf,
  timesOf,
  totalsOf,
  writesIn,
} from "./run-facts.ts";
import { askWords, count, placeSources, placeWords } from "./words.ts";

/** What was said beside what happened, and the figures of the run. */
export function Results({ run, said }: { run: ShownRun<Settings>; said: Said }) {
  const rows = run.stage === "running" ? [] : outcomeRows(run, said);
  const standing = standingOf(run);
  const hasFrames = run.settings.show === "messages" && run.settings.framing !== "none";
  return (
    <div class="stream-results">
      {rows.length === 0 ? null : (
        <PredictionTable
          rows={rows.map((row) => ({ ...row, asked: askWords[row.ask] }))}
          isFromBefore={run.isFromBefore}
        />
      )}
      {hasFrames ? <Messages run={run} /> : null}
      {standing ? <Waits standing={standing} /> : null}
      <Figures run={run} />
    </div>
  );
}

/** Message by message: what was sent, and what the reading program made of it. */
function Messages({ run }: { run: ShownRun<Settings> }) {
  const sent = messagesSent(run);
  const got = messagesGot(run);
  const length = Math.max(sent.length, got.length);
  return (
    <table class="lab-table">
      <caption>Messages</caption>
      <thead>
        <tr>
          <th scope="col">number</th>
          <th scope="col">sent</th>
          <th scope="col">got</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length }, (_, index) => (
          <tr key={index}>
            <th scope="row">{index + 1}</th>
            <td>{quoted(sent[index])}</td>
            <td>
              {quoted(got[index])}
              {sent[index] === got[index] ? null : <b class="stream-differs"> ≠ differs</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const quoted = (message: string | undefined) =>
  message === undefined ? "nothing" : <code>{JSON.stringify(message)}</code>;

/** Where the bytes were while the reader had stopped, by the figures of Node and the kernel. */
function Waits({ standing: { bytes, twiceBytes, writtenBytes } }: { standing: Standing }) {
  const isLinux = bytes["reader-kernel"] !== undefined;
  return (
    <table class="lab-table stream-waits">
      <caption>
        While the reader had stopped and nothing moved{" "}
        <small>
          {isLinux
            ? `${count(writtenBytes)} bytes written${twiceBytes > 0 ? `; ${count(twiceBytes)} are counted twice, since Node keeps a chunk until the kernel has all of it` : ""}`
            : "this server’s system has no such table: only Node’s figures are known"}
        </small>
      </caption>
      <thead>
        <tr>
          <th scope="col">place</th>
          <th scope="col">figure</th>
          <th scope="col">bytes</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place, index) => (
          <tr key={place} data-place={place}>
            <th scope="row">
              <span class="stream-key is-place" data-place={index} /> {placeWords[place]}
            </th>
            <td>
              <code>{placeSources[place]}</code>
            </td>
            <td>{bytes[place] === undefined ? "not known" : count(bytes[place])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ run }: { run: ShownRun<Settings> }) {
  const totals = totalsOf(run);
  const falseBytes = firstFalseBytes(run);
  const figures: [string, string][] = [
    ["writes", count(timesOf(writesIn(run)))],
    ["reads", count(timesOf(readsIn(run)))],
    ...(run.settings.show === "bulk"
      ? ([
          [
            "write() first returned false",
            falseBytes === undefined ? "never" : `after ${count(falseBytes)} bytes`,
          ],
          ["drain", `${drainsIn(run)} ×`],
        ] as [string, string][])
      : []),
    ...(totals
      ? ([
          ["bytes sent", count(totals.sentBytes)],
          ["bytes received", count(totals.gotBytes)],
          ["SHA-256 of both", totals.isSame ? `equal, ${totals.sha256}…` : "not equal"],
        ] as [string, string][])
      : []),
  ];
  return (
    <dl class="stream-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
