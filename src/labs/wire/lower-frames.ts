import { type ConnectionEnds, type Observation, seen } from "#lab-kit/observation.ts";
import type { TimedFrame } from "#sim/capture-file.ts";
import { exampleIpv6, exampleMac, type Station } from "#sim/example-hosts.ts";
import { frameOf } from "#sim/frames.ts";
import { packetOf, protocols } from "#sim/packets.ts";
import { type TcpState, tcpSegments } from "#sim/transport.ts";
import type { Passed } from "./conversation.ts";

/** A message in the frames that would carry it. */
export interface Lowered {
  frames: Uint8Array[];
  ends: ConnectionEnds;
  /** The ports are those that the server saw; else they are made up. */
  arePortsSeen: boolean;
}

const linkMtu = 1500;
const none = new Uint8Array();

/** Where the ports are not known, as in recordings of older runs. */
const madeUp: ConnectionEnds = { ip: "ipv4", clientPort: 50_123, serverPort: 80 };

/** Numbers that the two sides would begin from; made up. */
const firstNumbers = { up: 3_141_592_654, down: 271_828_183 };

const stations = {
  ipv4: [Uint8Array.of(192, 0, 2, 10), Uint8Array.of(192, 0, 2, 20)],
  ipv6: [exampleIpv6(1, 10), exampleIpv6(1, 20)],
} as const;

const station = (ip: Uint8Array, last: number): Station => ({ mac: exampleMac(last), ip });

/**
 * Every message of a run in TCP, IP and Ethernet, by its id. Sequence numbers go on from message to
 * message of a connection, as TCP's do; each message begins a segment of its own.
 */
export function loweredMessages(
  messages: readonly Passed[],
  observations: readonly Observation[],
): Map<string, Lowered> {
  const known = new Map(seen(observations, "ends").map((ends) => [ends.connection, ends]));
  const numbers = new Map<number, typeof firstNumbers>();
  let identification = 0x1c46;
  const lowered = new Map<string, Lowered>();
  for (const message of messages) {
    const { connection, way, bytes, id } = message;
    const next = numbers.get(connection) ?? { ...firstNumbers };
    const ends = known.get(connection) ?? madeUp;
    const packets = packetsOf(message, ends, next, identification);
    identification = (identification + packets.length) % 0x10000;
    next[way] = (next[way] + bytes.length) % 2 ** 32;
    numbers.set(connection, next);
    const frames = packets.map((packet) => frameOf(linkOf(ends, way), packet));
    lowered.set(id, { frames, ends, arePortsSeen: known.has(connection) });
  }
  return lowered;
}

function packetsOf(
  { way, bytes }: Passed,
  { ip, clientPort, serverPort }: ConnectionEnds,
  next: typeof firstNumbers,
  identification: number,
): Uint8Array[] {
  const [client, server] = stations[ip];
  const isUp = way === "up";
  const [src, dst] = isUp ? [client, server] : [server, client];
  const state: TcpState = {
    srcPort: isUp ? clientPort : serverPort,
    dstPort: isUp ? serverPort : clientPort,
    seq: next[way],
    ack: next[isUp ? "down" : "up"],
    window: 502,
    options: none,
  };
  const head = { src, dst, protocol: protocols.tcp, ttl: 64, df: true };
  const room = linkMtu - (ip === "ipv4" ? 20 : 40);
  return tcpSegments(state, bytes, room, { src, dst }).map((segment, index) =>
    packetOf({ ...head, identification: (identification + index) % 0x10000 }, segment),
  );
}

function linkOf({ ip }: ConnectionEnds, way: Passed["way"]) {
  const [client, server] = [station(stations[ip][0], 0x0a), station(stations[ip][1], 0x14)];
  const [from, to] = way === "up" ? [client, server] : [server, client];
  return { src: from.mac, dst: to.mac, isTagged: false };
}

/** All frames of a run in order, each at the time at which its message was tapped; the last one now. */
export function framesInTime(
  messages: readonly Passed[],
  lowered: ReadonlyMap<string, Lowered>,
  nowMs: number,
): TimedFrame[] {
  const lastMs = messages.at(-1)?.atMs ?? 0;
  return messages.flatMap(({ id, atMs }) =>
    (lowered.get(id)?.frames ?? []).map((bytes) => ({ bytes, atMs: nowMs - (lastMs - atMs) })),
  );
}
