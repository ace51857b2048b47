import type { Clocks, Observation } from "#lab-kit/observation.ts";
import { formatFigure } from "#ui/format-time.ts";
import type { WaterfallBar, WaterfallLayer, WaterfallMark, WaterfallRow } from "#ui/waterfall.ts";
import { type Exchange, isPending, isUpgraded, type Packet } from "./exchange.ts";
import { pageSteps } from "./page-steps.ts";
import { type RunFacts, runFacts } from "./run-facts.ts";
import { shortPacket } from "./short-packet.ts";
import { takenBackMs } from "./taken-back.ts";

/** A run as rows: each request, the WebSocket among them, and what Ann's program was told. */
export function waterfallRows(
  observations: readonly Observation[],
  clocks: Clocks,
): WaterfallRow[] {
  const facts = runFacts(observations);
  const originMs = facts.exchanges[0]?.sentMs ?? 0;
  const ends = takenBackMs(facts);
  const rows = facts.exchanges.map((exchange, index) =>
    rowOf(exchange, { index, originMs, endMs: ends.get(exchange.id) }),
  );
  return [...rows, ...pageRows(facts, clocks)];
}

interface Place {
  index: number;
  originMs: number;
  /** When an unanswered request was taken back. */
  endMs: number | undefined;
}

function rowOf(exchange: Exchange, { index, originMs, endMs }: Place): WaterfallRow {
  const { method, transport, sentMs, answer } = exchange;
  const fromMs = sentMs - originMs;
  const toMs = answer?.atMs ?? endMs;
  return {
    id: String(index + 1),
    title: `#${index + 1} ${method} ${transportWords[transport]}`,
    end: endWords(exchange, toMs === undefined ? undefined : toMs - sentMs),
    bars: barsOf(exchange, fromMs, toMs === undefined ? undefined : toMs - originMs),
    marks: exchange.packets.map((packet) => markOf(packet, originMs)),
  };
}

const transportWords = { polling: "polling", websocket: "WebSocket" } as const;

function barsOf(exchange: Exchange, fromMs: number, toMs: number | undefined): WaterfallBar[] {
  const { answer, transport } = exchange;
  const isLost = transport === "websocket" && (!answer || answer.status >= 400);
  const request: WaterfallBar = {
    fromMs,
    ...(toMs !== undefined && { toMs }),
    layer: "http",
    ...(isLost && { isLost }),
  };
  if (!isUpgraded(exchange) || toMs === undefined) return [request];
  return [request, { fromMs: toMs, layer: "websocket" }];
}

function endWords(exchange: Exchange, tookMs: number | undefined): string {
  const { answer } = exchange;
  const time = tookMs === undefined ? "" : `${formatFigure(tookMs)}\u00a0ms`;
  if (answer) return `${answer.status} after ${time}`;
  if (isPending(exchange)) return "waits for news";
  return time ? `no answer in ${time}` : "no answer";
}

const markOf = ({ way, text, atMs }: Packet, originMs: number): WaterfallMark => ({
  atMs: atMs - originMs,
  text: shortPacket(text),
  layer: layerOf(text),
  way,
});

/** A packet of type 4 is Socket.IO's; all others are Engine.IO's own. */
const layerOf = (packet: string): WaterfallLayer =>
  packet.startsWith("4") ? "socketio" : "engineio";

function pageRows(facts: RunFacts, clocks: Clocks): WaterfallRow[] {
  const marks = pageSteps(facts, clocks).map(
    ({ orderMs, what }): WaterfallMark => ({ atMs: orderMs, text: what, layer: "page" }),
  );
  if (marks.length === 0) return [];
  return [{ id: "page", title: "What Ann’s page sees", end: "", bars: [], marks }];
}
