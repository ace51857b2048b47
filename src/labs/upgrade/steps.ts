import type { Clocks, Observation } from "#lab-kit/observation.ts";
import { type Exchange, isUpgraded, type Packet } from "./exchange.ts";
import { packetWhy } from "./packet-why.ts";
import { pageSteps } from "./page-steps.ts";
import { requestWhy, responseWhy } from "./request-why.ts";
import { runFacts } from "./run-facts.ts";
import type { Step } from "./step.ts";
import { takenBackMs } from "./taken-back.ts";

/** A step at the server's socket, on the server's clock. */
type SocketStep = Omit<Step, "orderMs" | "errorMs">;

/** The steps of a run in their order, from what was observed. */
export function steps(observations: readonly Observation[], clocks: Clocks): Step[] {
  const facts = runFacts(observations);
  const originMs = facts.exchanges[0]?.sentMs ?? 0;
  const ends = takenBackMs(facts);
  const atSocket = facts.exchanges.flatMap((exchange, index) =>
    stepsOf(exchange, ends.get(exchange.id)).map((step): Step => {
      const atMs = step.atMs - originMs;
      return { ...step, atMs, orderMs: atMs, errorMs: 0, request: index + 1 };
    }),
  );
  const all = [...atSocket, ...pageSteps(facts, clocks)];
  return all.toSorted((a, b) => a.orderMs - b.orderMs);
}

function stepsOf(exchange: Exchange, takenBackMs: number | undefined): SocketStep[] {
  const { packets, answer } = exchange;
  if (isUpgraded(exchange)) {
    const frames = packets.map((packet) => frameStep(packet));
    return [requestStep(exchange, []), responseStep(exchange, []), ...frames];
  }
  const request = requestStep(
    exchange,
    packets.filter(({ way }) => way === "up"),
  );
  if (answer) {
    const down = packets.filter(({ way }) => way === "down");
    return [request, responseStep(exchange, down)];
  }
  return takenBackMs === undefined ? [request] : [request, hangUpStep(takenBackMs)];
}

function requestStep(exchange: Exchange, packets: readonly Packet[]): SocketStep {
  const { method, transport, sentMs } = exchange;
  const why = whyOf(packets, exchange) ?? requestWhy(exchange);
  const what = `${method} ${transport === "websocket" ? "WebSocket" : transport}`;
  return { from: "Ann", atMs: sentMs, what, packets: textOf(packets), why };
}

function responseStep(exchange: Exchange, packets: readonly Packet[]): SocketStep {
  const { status = 0, atMs = 0 } = exchange.answer ?? {};
  const why = whyOf(packets, exchange) ?? responseWhy(exchange);
  return { from: "server", atMs, what: String(status), packets: textOf(packets), why };
}

const frameStep = (packet: Packet): SocketStep => ({
  from: packet.way === "up" ? "Ann" : "server",
  atMs: packet.atMs,
  what: "",
  packets: [packet.text],
  why: packetWhy(packet, "websocket") ?? "",
});

const hangUpStep = (atMs: number): SocketStep => ({
  from: "Ann",
  atMs,
  what: "hangs up",
  packets: [],
  why: "Nobody has answered the WebSocket request. Ann’s client takes it back.",
});

const textOf = (packets: readonly Packet[]): string[] => packets.map(({ text }) => text);

function whyOf(packets: readonly Packet[], { transport }: Exchange): string | undefined {
  const reasons = packets.flatMap((packet) => packetWhy(packet, transport) ?? []);
  return reasons.length > 0 ? reasons.join(" ") : undefined;
}
