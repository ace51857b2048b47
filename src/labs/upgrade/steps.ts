import type { Clocks, Observation } from "#lab-kit/observation.ts";
import { type Exchange, isUpgraded, type Packet } from "./exchange.ts";
import { packetWhy } from "./packet-why.ts";
import { pageSteps } from "./page-steps.ts";
import { requestWhy, responseWhy } from "./request-why.ts";
import { runFacts, seen } from "./run-facts.ts";
import type { Step } from "./step.ts";

/** The steps of a run in their order, from what was observed. */
export function steps(observations: readonly Observation[], clocks: Clocks): Step[] {
  const facts = runFacts(observations);
  const originMs = facts.exchanges[0]?.sentMs ?? 0;
  const all = [
    ...facts.exchanges.flatMap((exchange) => stepsOf(exchange)),
    ...swallowedSteps(facts.exchanges, facts.observations),
  ].map((step) => ({ ...step, atMs: step.atMs - originMs }));
  return [...all, ...pageSteps(observations, clocks, originMs)].toSorted((a, b) => a.atMs - b.atMs);
}

function stepsOf(exchange: Exchange): Step[] {
  const { packets, answer } = exchange;
  if (isUpgraded(exchange)) {
    const frames = packets.map((packet) => frameStep(exchange, packet));
    return [requestStep(exchange, []), responseStep(exchange, []), ...frames];
  }
  const up = packets.filter(({ way }) => way === "up");
  const request = requestStep(exchange, up);
  if (!answer) return [request];
  return [
    request,
    responseStep(
      exchange,
      packets.filter(({ way }) => way === "down"),
    ),
  ];
}

function requestStep(exchange: Exchange, packets: readonly Packet[]): Step {
  const { method, transport, sentMs } = exchange;
  const what = `${method} ${transport}`;
  const why = whyOf(packets, exchange) ?? requestWhy(exchange);
  return { ...atServer(exchange), from: "Ann", atMs: sentMs, what, packets: textOf(packets), why };
}

function responseStep(exchange: Exchange, packets: readonly Packet[]): Step {
  const { status = 0, atMs = 0 } = exchange.answer ?? {};
  const why = whyOf(packets, exchange) ?? responseWhy(exchange);
  const what = String(status);
  return { ...atServer(exchange), from: "server", atMs, what, packets: textOf(packets), why };
}

const frameStep = (exchange: Exchange, packet: Packet): Step => ({
  ...atServer(exchange),
  from: packet.way === "up" ? "Ann" : "server",
  atMs: packet.atMs,
  what: "",
  packets: [packet.text],
  why: packetWhy(packet, "websocket") ?? "",
});

const atServer = ({ id }: Exchange): Pick<Step, "row" | "errorMs"> => ({ row: id, errorMs: 0 });
const textOf = (packets: readonly Packet[]): string[] => packets.map(({ text }) => text);

function whyOf(packets: readonly Packet[], { transport }: Exchange): string | undefined {
  const reasons = packets.flatMap((packet) => packetWhy(packet, transport) ?? []);
  return reasons.length > 0 ? reasons.join(" ") : undefined;
}

/** A request that is swallowed has no answer to draw; that nobody answers is a fact of its own. */
function swallowedSteps(
  exchanges: readonly Exchange[],
  observations: readonly Observation[],
): Step[] {
  const unanswered = exchanges.filter(
    ({ transport, answer }) => transport === "websocket" && !answer,
  );
  const ends = seen({ observations }, "upgrade-stopped").filter(({ how }) => how === "let-go");
  return unanswered.flatMap((exchange, index) => {
    const end = ends[index];
    if (!end) return [];
    const why = "Nobody has answered the WebSocket request. Ann’s client takes it back.";
    return {
      ...atServer(exchange),
      from: "Ann",
      atMs: end.atMs,
      what: "hangs up",
      packets: [],
      why,
    };
  });
}
