import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import { formatTime } from "#ui/format-time.ts";
import { errorBetweenMs } from "#ui/run-clock.ts";
import type { WaterfallBar, WaterfallMark, WaterfallRow } from "#ui/waterfall.ts";
import { lanesIn } from "./answers.ts";
import {
  laneNames,
  newsNumber,
  type Settings,
  streamName,
  streamNumbers,
  type Transport,
} from "./model.ts";
import { laneFacts } from "./run-facts.ts";
import { visitorLanes } from "./visitors.ts";
import { requestsText, sizeText } from "./words.ts";

/** A run as the drawing needs it. */
export interface DrawnRun {
  observations: readonly Observation[];
  clocks: Clocks;
  settings: Pick<Settings, "show" | "lanes">;
}

/** What one lane's page and the server saw, in order, with times after the run's beginning. */
interface Moment {
  atMs: number;
  seen: Observation;
}

/** A row for each lane, and one for the news itself. */
export function waterfallRows(run: DrawnRun): WaterfallRow[] {
  const moments = momentsOf(run);
  if (moments.length === 0) return [];
  if (run.settings.show === "connections") {
    const streams = streamNumbers.map((number) => streamRow(streamName(number), moments));
    return [...streams, ...Object.values(visitorLanes).map((who) => visitorRow(who, moments, run))];
  }
  const lanes = run.settings.lanes.length > 0 ? run.settings.lanes : lanesIn(run);
  return [newsRow(moments), ...lanes.map((lane) => laneRow(lane, moments, run))];
}

function momentsOf({ observations, clocks }: DrawnRun): Moment[] {
  const told = observations.filter(
    ({ what }) => what === "message-in" || what === "message-out" || what === "emitted",
  );
  const times = told.map((seen) => serverMs(seen, clocks));
  const originMs = Math.min(...times);
  return told
    .map((seen, index) => ({ seen, atMs: (times[index] ?? originMs) - originMs }))
    .sort((one, other) => one.atMs - other.atMs);
}

/** What the page saw of a lane: its requests go out, messages come in. */
const pageSide = (moments: readonly Moment[], who: string): Moment[] =>
  moments.filter(({ seen }) => seen.where === who && seen.clock === "page");

const newsRow = (moments: readonly Moment[]): WaterfallRow => ({
  id: "news",
  title: "It happens",
  end: "on the server",
  bars: [],
  marks: moments.flatMap(({ seen, atMs }): WaterfallMark[] => {
    const number = seen.what === "emitted" ? newsNumber(seen.event) : undefined;
    return number === undefined ? [] : [{ atMs, text: String(number), layer: "page" }];
  }),
});

function laneRow(lane: Transport, moments: readonly Moment[], run: DrawnRun): WaterfallRow {
  const own = pageSide(moments, laneNames[lane]);
  const { requests, upBytes, downBytes } = laneFacts(run, laneNames[lane]);
  const bytes = sizeText(upBytes + downBytes);
  const layer = lane === "websocket" ? "websocket" : "http";
  return {
    id: lane,
    title: laneNames[lane],
    end: requests > 0 ? `${requestsText(requests)}, ${bytes}` : "",
    bars: barsOf(own, layer, lane === "polling" || lane === "long-polling"),
    marks: marksOf(own, layer),
  };
}

/** A request lasts until its answer; a stream and a WebSocket last to the end of the run. */
function barsOf(
  own: readonly Moment[],
  layer: WaterfallBar["layer"],
  isAnswered: boolean,
): WaterfallBar[] {
  return own.flatMap(({ seen, atMs: fromMs }, index): WaterfallBar[] => {
    if (seen.what !== "message-out") return [];
    const end = own.slice(index + 1).find((later) => later.seen.what === "message-in");
    return [{ fromMs, layer, ...(isAnswered && end && { toMs: end.atMs }) }];
  });
}

/** The first request by its name, and each item; the other requests are bars only. */
function marksOf(own: readonly Moment[], layer: WaterfallMark["layer"]): WaterfallMark[] {
  const first = own.find(({ seen }) => seen.what === "message-out");
  const asks: WaterfallMark[] = first ? [{ atMs: first.atMs, text: "asks", layer, way: "up" }] : [];
  const items = own.flatMap(({ seen, atMs }): WaterfallMark[] => {
    const number = seen.what === "message-in" ? newsNumber(seen.message) : undefined;
    return number === undefined ? [] : [{ atMs, text: String(number), layer, way: "down" }];
  });
  return [...asks, ...items];
}

function streamRow(who: string, moments: readonly Moment[]): WaterfallRow {
  const [asked] = pageSide(moments, who);
  const ended = moments.find(({ seen }) => seen.what === "message-out" && seen.to === who);
  const bar: WaterfallBar[] = asked
    ? [{ fromMs: asked.atMs, layer: "http", ...(ended && { toMs: ended.atMs }) }]
    : [];
  return { id: who, title: who, end: ended ? "ended" : "open", bars: bar, marks: [] };
}

/** Until the request reaches the server it waits in the browser. */
function visitorRow(who: string, moments: readonly Moment[], { clocks }: DrawnRun): WaterfallRow {
  const own = pageSide(moments, who);
  const asked = own.find(({ seen }) => seen.what === "message-out");
  const came = moments.find(({ seen }) => seen.what === "message-in" && seen.from === who);
  const answered = own.find(({ seen }) => seen.what === "message-in");
  const layer = who === visitorLanes.websocket ? "websocket" : "http";
  const waiting: WaterfallBar[] = asked
    ? [
        {
          fromMs: asked.atMs,
          layer: "page",
          ...(came && { toMs: Math.max(came.atMs, asked.atMs) }),
        },
      ]
    : [];
  const served: WaterfallBar[] =
    came && answered
      ? [{ fromMs: came.atMs, toMs: Math.max(answered.atMs, came.atMs), layer }]
      : [];
  const waitMs = asked && came ? Math.max(0, came.atMs - asked.atMs) : undefined;
  const errorMs = errorBetweenMs("page", "server", clocks);
  return {
    id: who,
    title: who,
    end: waitMs === undefined ? "" : `at the server after ${formatTime(waitMs, errorMs)}`,
    bars: [...waiting, ...served],
    marks: [
      ...(came ? [{ atMs: came.atMs, text: "asks", layer, way: "up" } as const] : []),
      ...(answered ? [{ atMs: answered.atMs, text: "hello", layer, way: "down" } as const] : []),
    ],
  };
}
