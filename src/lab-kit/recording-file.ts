import { z } from "zod";
import { fail, ok, type Result } from "#lib/result.ts";
import { tcpStateNames } from "#wire/tcp-states.ts";
import { faultNames, maskReasons, relayedHows, routedRequests } from "./observation.ts";
import type { Recording } from "./recording.ts";

// The site's policy forbids `eval`, which the schema library would try for speed.
z.config({ jitless: true });

const text = z.string().max(2000);
const names = z.array(z.string().max(100)).max(50);
const time = z.number().finite();

const write = z.strictObject({
  recipients: names,
  kind: z.enum(["socket", "broadcast", "restored"]),
  rooms: names,
  except: names,
  memberships: z.record(z.string().max(100), names),
  namespaces: z.record(z.string().max(100), names).optional(),
});

const count = z.number().int().min(0);
const onTheWire = { way: z.enum(["up", "down"]), connection: count, exchange: count };
/** One read of a TCP socket is at most 64 KiB. */
const bytes = z.base64().max(90_000);
const mask = z.strictObject({ from: count, to: count, why: z.enum(maskReasons) });

const back = z.strictObject({ isRecovered: z.boolean(), hasSameId: z.boolean() });

const over = z.strictObject({ session: z.number().int(), path: text, besides: names });

const port = z.number().int().min(0).max(65_535);
const short = z.string().max(100);
const ports = { local: port.optional(), remote: port.optional() };
const kernelRow = {
  localPort: port,
  remotePort: port,
  sendQueueBytes: count,
  receiveQueue: count,
  inode: count,
  socket: short.optional(),
};
const tcpRow = z.strictObject({ ...kernelRow, state: z.enum(tcpStateNames) });
const udpRow = z.strictObject({ ...kernelRow, drops: count });
const socketCall = {
  call: short,
  socket: short,
  error: short.optional(),
  sizeBytes: count.optional(),
  ...ports,
  gives: short.optional(),
  isByItself: z.boolean().optional(),
  isNoCall: z.boolean().optional(),
};
const nodeSocket = z.strictObject({ socket: short, state: short, local: port, remote: port });

const passed = { sizeBytes: count, times: count.optional(), text: text.optional() };
const numbered = {
  over: z.enum(["udp", "tcp"]),
  numbers: z.array(count).max(500),
  sizeBytes: count,
  text: short.optional(),
};

const httpAnswer = z.strictObject({ status: count, body: text });

const facts = {
  connected: { transport: text, back: back.optional(), over: over.optional() },
  upgraded: { transport: text },
  disconnected: { reason: text, willReturn: z.boolean().optional() },
  refused: { reason: text },
  checked: { isLetIn: z.boolean() },
  fault: { fault: z.enum(faultNames) },
  pinged: {},
  forgot: { sessions: count, packets: count },
  listening: { event: text, times: count },
  joined: { room: text },
  left: { room: text },
  emitted: { event: text },
  buffered: { event: text },
  dropped: { event: text, reason: text },
  sent: { event: text },
  received: { event: text, from: text, wantsAck: z.boolean() },
  written: { event: text, write },
  returned: { event: text },
  arrived: { event: text },
  handled: { event: text },
  acknowledged: { to: text },
  "ack-received": { answer: text, event: text.optional() },
  "ack-timed-out": { error: text, event: text.optional() },
  "ack-late": {},
  "packet-out": { to: text, packet: text },
  "packet-in": { from: text, packet: text },
  "message-out": { to: text, message: text },
  "message-in": { from: text, message: text },
  tapped: { ...onTheWire, bytes, masked: z.array(mask).max(500) },
  counted: { ...onTheWire, sizeBytes: count },
  ends: { connection: count, ip: z.enum(["ipv4", "ipv6"]), clientPort: port, serverPort: port },
  "connect-failed": { error: text, answer: httpAnswer.optional() },
  routed: { from: text, request: z.enum(routedRequests) },
  "request-refused": { from: text, code: count, says: text },
  "upgrade-failed": { error: text },
  reconnecting: { attempt: z.number().int() },
  "gave-up": { attempts: z.number().int() },
  "upgrade-stopped": { how: z.enum(["refused", "swallowed", "let-go"]), from: text },
  "socket-called": socketCall,
  "socket-waits": { call: short, socket: short, ...ports },
  kernel: { tcp: z.array(tcpRow).max(100), udp: z.array(udpRow).max(100) },
  wrote: { ...passed, isTaken: z.boolean(), heldBytes: count },
  read: passed,
  drained: {},
  held: { sizeBytes: count },
  hashed: { sizeBytes: count, sha256: z.string().regex(/^[0-9a-f]{16}$/) },
  "node-sockets": { sockets: z.array(nodeSocket).max(100) },
  "numbered-out": { to: short, error: short.optional(), ...numbered },
  "numbered-in": { from: short, ...numbered },
  relayed: { number: count, how: z.enum(relayedHows) },
  wrapped: { number: count, layer: short, addedBytes: count, wholeBytes: count },
  framed: { number: count, to: short, sizeBytes: count, bytes, of: count.optional() },
  changed: { number: count, layer: short, field: short, before: text, after: text },
  summed: { number: count, layer: short, isRight: z.boolean(), found: short, due: short },
  discarded: { number: count, why: short, reason: text },
  skipped: { count: z.number() },
} as const;

const stamp = {
  seq: z.number().int(),
  atMs: time,
  clock: z.enum(["page", "server", "guest"]),
  where: z.string().max(100),
  namespace: z.string().max(100).optional(),
  node: count.optional(),
  provenance: z.enum(["computed", "modelled", "recorded"]).optional(),
};

const observation = z.union(
  Object.entries(facts).map(([what, fields]) =>
    z.strictObject({ what: z.literal(what), ...fields, ...stamp }),
  ),
);
const offset = z.strictObject({ offsetMs: time, errorMs: time });

/** The file format, version 1. */
const recording = z.strictObject({
  format: z.literal(1),
  recordedAt: z.iso.datetime(),
  lab: z.string().max(40),
  preset: z.string().max(40).optional(),
  settings: z.record(z.string(), z.unknown()),
  clocks: z.strictObject({ page: offset.optional(), guest: offset.optional() }),
  observations: z.array(observation).max(5000),
});

const maxFileBytes = 2_000_000;

/**
 * Reads a recording that a reader opens. Loaded only then, since it brings the schema library.
 *
 * @param isSettings whether the lab can show these settings
 * @returns a sentence for the reader when it is not a recording of this lab
 */
export function readRecording(
  json: string,
  lab: string,
  isSettings: (settings: unknown) => boolean,
): Result<Recording, string> {
  if (json.length > maxFileBytes) return fail("This file is too large to be a recording of a run.");
  const parsed = recording.safeParse(parseJson(json));
  if (!parsed.success) return fail(`This file is not a recording: ${where(parsed.error.issues)}.`);
  if (parsed.data.lab !== lab) {
    return fail(`This is a recording of the lab ${parsed.data.lab}. Open it there.`);
  }
  if (!isSettings(parsed.data.settings)) {
    return fail("This file is not a recording: its part settings does not fit this lab.");
  }
  return ok(parsed.data as unknown as Recording);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const where = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): string => {
  const path = issues[0]?.path.map(String).join(".");
  return path ? `its part ${path} does not fit` : "it is not JSON of the right form";
};
