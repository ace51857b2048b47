import type { Observation } from "#lab-kit/observation.ts";
import { decodeHttp, type PlacedHttp } from "#wire/http-message.ts";
import { utf8 } from "#wire/text.ts";
import { decodeFrame } from "#wire/websocket-frame.ts";
import { type Exchange, isUpgraded, type Packet } from "./exchange.ts";
import { type TimedBytes, timedBytes } from "./timed-bytes.ts";

type Tapped = Extract<Observation, { what: "tapped" }>;

/** What separates packets in the body of a request or response. Engine.IO protocol 4. */
const separator = "\x1e";
/** A text frame; others carry no packet of this lab. RFC 6455, section 5.2. */
const textOpcode = 1;

/**
 * The exchanges of a run, in the order of their requests, from the bytes that passed the server's
 * socket. What belongs to a session that was opened before the run is left out.
 */
export function readExchanges(observations: readonly Observation[]): Exchange[] {
  const tapped = observations.filter((seen) => seen.what === "tapped");
  const groups = Map.groupBy(tapped, ({ connection, exchange }) => `${connection}.${exchange}`);
  const all = [...groups].flatMap(([id, group]) => readExchange(id, group) ?? []);
  return ofThisRun(all.toSorted((a, b) => a.sentMs - b.sentMs));
}

function readExchange(id: string, tapped: readonly Tapped[]): Exchange | undefined {
  const up = timedBytes(tapped.filter(({ way }) => way === "up"));
  const request = readMessage(up);
  const asked = request && readRequest(request);
  if (!asked) return undefined;
  const down = timedBytes(tapped.filter(({ way }) => way === "down"));
  const response = readMessage(down, asked.method);
  const exchange = {
    id,
    ...asked,
    sentMs: up.atMs(0),
    ...(response && { answer: readAnswer(response) }),
  };
  const asks = packetsOf("up", request.body, request.atMs);
  return { ...exchange, packets: [...asks, ...packetsAfter(exchange, { request, response })] };
}

/** An HTTP message, what came behind it, and when its last byte passed. */
interface Message {
  parts: PlacedHttp["head"]["start"]["parts"];
  body: string;
  atMs: number;
  /** Offset of what came behind it. */
  end: number;
  timed: TimedBytes;
}

function readMessage(timed: TimedBytes, method?: string): Message | undefined {
  const read = decodeHttp(timed.bytes, { method });
  if (!read.ok) return undefined;
  const { head, bodyFrom, end } = read.value;
  const body = utf8(timed.bytes.subarray(bodyFrom, end)) ?? "";
  return { parts: head.start.parts, body, atMs: timed.atMs(end - 1), end, timed };
}

function packetsAfter(
  exchange: Omit<Exchange, "packets">,
  { request, response }: { request: Message; response: Message | undefined },
): Packet[] {
  if (!response) return [];
  if (isUpgraded(exchange)) {
    const frames = [...framesOf("up", request), ...framesOf("down", response)];
    return frames.toSorted((a, b) => a.atMs - b.atMs);
  }
  const hasPackets = exchange.method === "GET" && exchange.answer?.status === 200;
  return hasPackets ? packetsOf("down", response.body, response.atMs) : [];
}

const readAnswer = ({ parts: [, status], atMs }: Message): Exchange["answer"] & object => ({
  status: Number(status),
  atMs,
});

function readRequest({
  parts: [method, target],
}: Message): Pick<Exchange, "method" | "transport" | "session"> | undefined {
  const query = new URLSearchParams(target.split("?")[1]);
  const transport = query.get("transport");
  if (transport !== "polling" && transport !== "websocket") return undefined;
  const session = query.get("sid");
  return { method, transport, ...(session !== null && { session }) };
}

const packetsOf = (way: Packet["way"], body: string, atMs: number): Packet[] =>
  body === "" ? [] : body.split(separator).map((text) => ({ way, text, atMs }));

function framesOf(way: Packet["way"], { timed: { bytes, atMs }, end }: Message): Packet[] {
  const packets: Packet[] = [];
  let at = end;
  for (;;) {
    const read = decodeFrame(bytes.subarray(at));
    if (!read.ok) return packets;
    at += read.value.end;
    const { opcode, payload } = read.value.frame;
    const text = opcode === textOpcode ? utf8(payload) : undefined;
    if (text !== undefined) packets.push({ way, text, atMs: atMs(at - 1) });
  }
}

/** An id is handed out before it is used; one that never was belongs to an older connection. */
function ofThisRun(exchanges: readonly Exchange[]): Exchange[] {
  const handedOut = new Set(exchanges.flatMap(({ packets }) => packets.flatMap(sessionIn)));
  return exchanges.filter(({ session }) => session === undefined || handedOut.has(session));
}

const sessionIn = ({ text }: Packet): string[] => {
  const session = /^0\{"sid":"([^"]*)"/.exec(text)?.[1];
  return session === undefined ? [] : [session];
};
