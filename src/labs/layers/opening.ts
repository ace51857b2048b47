/** Sources: RFC 9293, section 3.5; RFC 6455, section 1.3, whose key this is; Socket.IO's protocols. */

import { frameOf } from "#sim/frames.ts";
import { packetOf, protocols } from "#sim/packets.ts";
import { type TcpState, tcpSegment, timestamps } from "#sim/transport.ts";
import { encodeEngineIo } from "#wire/engine-io.ts";
import { latin1Bytes, utf8Bytes } from "#wire/text.ts";
import { encodeFrame } from "#wire/websocket-frame.ts";
import { hostsOf, serverName, serverPorts } from "./hosts.ts";
import { type MadeNumbers, madeNumbers } from "./made-numbers.ts";
import { maskingKey } from "./message-bytes.ts";
import { isOverTcp, type Settings } from "./model.ts";

type Flags = Parameters<typeof tcpSegment>[1];

/** One packet of the opening. */
interface Step {
  who: "ann" | "server";
  flags: Flags;
  data: Uint8Array;
}

/**
 * The frames on Ann's link that come before her message, where it goes over TCP: the connection is
 * opened, and for an event the WebSocket and the Socket.IO session. Programs such as Wireshark know
 * what a connection carries by these.
 */
export function openingFrames(settings: Settings, made: MadeNumbers = madeNumbers): Uint8Array[] {
  if (!isOverTcp(settings)) return [];
  const steps = [...handshake, ...(settings.carrier === "socket.io" ? session : [])];
  const sent = { ann: lengthOf(steps, "ann"), server: lengthOf(steps, "server") };
  const next = { ann: made.annSeq - sent.ann, server: made.serverSeq - sent.server };
  return steps.map((step, index) => {
    const { who } = step;
    const other = who === "ann" ? "server" : "ann";
    const isFirst = index === 0;
    const frame = stepFrame(step, settings, made, {
      seq: next[who],
      ack: isFirst ? 0 : next[other],
      identification: made.identification - steps.length + index,
    });
    next[who] += lengthInSequence(step);
    return frame;
  });
}

const nothing = new Uint8Array();
const handshake: readonly Step[] = [
  { who: "ann", flags: ["syn"], data: nothing },
  { who: "server", flags: ["syn", "ackFlag"], data: nothing },
  { who: "ann", flags: ["ackFlag"], data: nothing },
];

const flags = { isFinal: true, rsv1: false, rsv2: false, rsv3: false, opcode: 1 };

const says = (who: Step["who"], data: Uint8Array): Step => ({
  who,
  flags: ["ackFlag", "psh"],
  data,
});

function text(who: Step["who"], type: "open" | "message", json: string): Step {
  const payload = encodeEngineIo({ type, data: utf8Bytes(json) });
  const lengthBits = payload.length < 126 ? 7 : 16;
  const frame = { ...flags, lengthBits, payload } as const;
  return says(who, encodeFrame(who === "ann" ? { ...frame, maskingKey } : frame));
}

const upgrade = [
  "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
  `Host: ${serverName}`,
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

const switching = [
  "HTTP/1.1 101 Switching Protocols",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
];

const head = (lines: readonly string[]): Uint8Array => latin1Bytes(`${lines.join("\r\n")}\r\n\r\n`);

const opened = {
  sid: "made-up-session-id-1",
  upgrades: [],
  pingInterval: 25_000,
  pingTimeout: 20_000,
  maxPayload: 1_000_000,
};

const session: readonly Step[] = [
  says("ann", head(upgrade)),
  says("server", head(switching)),
  text("server", "open", JSON.stringify(opened)),
  text("ann", "message", "0"),
  text("server", "message", `0${JSON.stringify({ sid: "made-up-session-id-2" })}`),
  { who: "ann", flags: ["ackFlag"], data: nothing },
];

const lengthInSequence = ({ flags: set, data }: Step): number =>
  data.length + (set.includes("syn") ? 1 : 0);

const lengthOf = (steps: readonly Step[], who: Step["who"]): number =>
  steps.reduce((sum, step) => sum + (step.who === who ? lengthInSequence(step) : 0), 0);

interface Place {
  seq: number;
  ack: number;
  identification: number;
}

/** What comes from the server has passed the router, which took one hop. */
function stepFrame(
  { who, flags: set, data }: Step,
  settings: Settings,
  made: MadeNumbers,
  place: Place,
): Uint8Array {
  const { ann, server, routerNear } = hostsOf(settings);
  const isAnn = who === "ann";
  const [src, dst] = isAnn ? [ann.ip, server.ip] : [server.ip, ann.ip];
  const ports = [made.annPort, serverPorts[settings.carrier]] as const;
  const state: TcpState = {
    srcPort: isAnn ? ports[0] : ports[1],
    dstPort: isAnn ? ports[1] : ports[0],
    seq: place.seq,
    ack: place.ack,
    window: set.includes("syn") ? 64_240 : 502,
    options: optionsOf(set, settings, isAnn, made),
  };
  const segment = tcpSegment(state, set, data, { src, dst });
  const ttl = isAnn ? Number(settings.ttl) : 63;
  const { identification } = place;
  const header = { src, dst, protocol: protocols.tcp, ttl, df: true, identification };
  const macs = isAnn
    ? { src: ann.mac, dst: routerNear.mac }
    : { src: routerNear.mac, dst: ann.mac };
  return frameOf({ ...macs, isTagged: settings.isTagged }, packetOf(header, segment));
}

/** A SYN says how much fits into a segment; timestamps go with every segment, or with none. */
function optionsOf(
  set: Flags,
  { ip, hasTimestamps }: Settings,
  isAnn: boolean,
  made: MadeNumbers,
): Uint8Array {
  const mss = ip === "ipv4" ? 1460 : 1440;
  const size = set.includes("syn") ? [2, 4, mss >> 8, mss & 255] : [];
  const clocks = isAnn ? [made.annClock, made.serverClock] : [made.serverClock, made.annClock];
  const isFirst = set.length === 1 && set[0] === "syn";
  const times = hasTimestamps ? timestamps(clocks[0] ?? 0, isFirst ? 0 : (clocks[1] ?? 0)) : [];
  return Uint8Array.from([...size, ...times]);
}
