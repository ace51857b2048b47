import {
  type ClockName,
  type Clocks,
  type FaultName,
  mainNamespace,
  namespaceOf,
  type Observation,
  serverMs,
} from "#lab-kit/observation.ts";
import { formatTime } from "./format-time.ts";
import { numberedWords } from "./numbered-words.ts";
import { errorBetweenMs } from "./run-clock.ts";
import {
  bytesWords,
  kernelWords,
  nodeWords,
  passedWords,
  socketCallWords,
  wroteWords,
} from "./socket-words.ts";

/** One observation in words. */
export interface LogLine {
  /** `1.4 ± 0.3 ms`. */
  time: string;
  where: string;
  what: string;
  /** Absent where the fact is not about an event. */
  event: string | undefined;
  /** Empty where there is nothing to add. */
  detail: string;
}

type Words = [what: string, detail: string];

const list = (names: readonly string[]): string => names.join(", ");

const writeWords = ({ write }: Extract<Observation, { what: "written" }>): string => {
  const { recipients, kind, rooms, except } = write;
  if (kind === "restored") return `kept for ${list(recipients)}, and written on coming back`;
  const target = kind === "socket" ? "one socket" : rooms.length ? `rooms ${list(rooms)}` : "all";
  const kept = except.length ? ` except ${list(except)}` : "";
  return `addressed to ${target}${kept}; recipients: ${list(recipients) || "nobody"}`;
};

const base64Size = (text: string): number => (text.replace(/=+$/, "").length * 3) >> 2;

const wireWords = (o: Extract<Observation, { what: "tapped" | "counted" }>): Words => {
  const what = o.way === "up" ? "bytes to the server" : "bytes from the server";
  const size = `${o.what === "tapped" ? base64Size(o.bytes) : o.sizeBytes} bytes`;
  const kept = o.what === "counted" ? ", counted only" : o.masked.length ? ", some masked" : "";
  return [what, `${size}${kept}; connection ${o.connection}, exchange ${o.exchange}`];
};

const stoppedWords = {
  refused: (from: string): Words => ["refused a WebSocket", `asked for by ${from}`],
  swallowed: (from: string): Words => ["swallowed a WebSocket request", `of ${from}: no answer`],
  "let-go": (from: string): Words => ["the swallowed request is over", `that of ${from}`],
};

const backWords = ({ transport, back, over }: Extract<Observation, { what: "connected" }>) => {
  if (over && over.besides.length > 0) {
    return `over the connection of ${list(over.besides)}, path ${over.path}`;
  }
  const id = back && (back.hasSameId ? "the same id" : "another id");
  const state = back && (back.isRecovered ? "recovered" : "not recovered");
  return `over ${transport}${back ? `; ${state}, ${id}` : ""}`;
};

const leftWords = ({ reason, willReturn }: Extract<Observation, { what: "disconnected" }>) =>
  willReturn === undefined
    ? reason
    : `${reason}; ${willReturn ? "tries again by itself" : "does not try again by itself"}`;

const faultWords: Readonly<Record<FaultName, Words>> = {
  cut: ["connection cut", "both ends can see it"],
  pulled: ["cable pulled", "bytes are held, nobody is told"],
  stranded: ["connection dead", "new ones come through"],
  plugged: ["network back", ""],
  "given-up": ["gave its connection up", "without a word to the server"],
  kicked: ["disconnected by the server", "socket.disconnect()"],
  restarted: ["server restarted", "all that it had in memory is gone"],
};

const failedWords = ({
  error,
  answer,
}: Extract<Observation, { what: "connect-failed" }>): string =>
  answer ? `${error}: ${answer.status} ${answer.body}` : error;

const routedWords = { GET: "GET", POST: "POST", upgrade: "WebSocket request" } as const;

const listeners = (times: number): string => (times === 1 ? "1 listener" : `${times} listeners`);

const wordsOf = (o: Observation): Words => {
  switch (o.what) {
    case "connected":
      return ["connected", backWords(o)];
    case "upgraded":
      return ["changed transport", `to ${o.transport}`];
    case "disconnected":
      return ["disconnected", leftWords(o)];
    case "refused":
      return ["was refused", o.reason];
    case "checked":
      return ["middleware ran", o.isLetIn ? "let in" : "turned away"];
    case "fault":
      return faultWords[o.fault];
    case "pinged":
      return ["heartbeat sent", "into the pulled cable"];
    case "forgot":
      return ["forgot", `${o.sessions} sessions, ${o.packets} packets kept for recovery`];
    case "listening":
      return ["listens", listeners(o.times)];
    case "joined":
      return ["joined a room", o.room];
    case "left":
      return ["left a room", o.room];
    case "emitted":
      return ["emitted", ""];
    case "buffered":
      return ["kept in the buffer", "until there is a connection"];
    case "dropped":
      return ["dropped", o.reason];
    case "sent":
      return ["handed to the connection", ""];
    case "received":
      return ["received", `from ${o.from}${o.wantsAck ? ", wants an acknowledgement" : ""}`];
    case "written":
      return ["wrote", writeWords(o)];
    case "returned":
      return ["finished with", ""];
    case "arrived":
      return ["arrived", ""];
    case "handled":
      return ["listener called", ""];
    case "acknowledged":
      return ["acknowledged", `to ${o.to}`];
    case "ack-received":
      return ["acknowledgement received", o.answer];
    case "ack-timed-out":
      return ["acknowledgement timed out", o.error];
    case "ack-late":
      return ["acknowledgement ignored", "it came too late: nobody waits for it"];
    case "packet-out":
      return ["sent a packet", o.packet];
    case "packet-in":
      return ["got a packet", o.packet];
    case "message-out":
      return [`sent to ${o.to}`, o.message];
    case "message-in":
      return [`got from ${o.from}`, o.message];
    case "tapped":
    case "counted":
      return wireWords(o);
    case "ends":
      return [`connection ${o.connection}`, `port ${o.clientPort} to port ${o.serverPort}`];
    case "connect-failed":
      return ["could not connect", failedWords(o)];
    case "upgrade-failed":
      return ["could not change transport", o.error];
    case "reconnecting":
      return ["tries again", `attempt ${o.attempt}`];
    case "gave-up":
      return ["gave up", `after ${o.attempts} more ${o.attempts === 1 ? "attempt" : "attempts"}`];
    case "upgrade-stopped":
      return stoppedWords[o.how](o.from);
    case "routed":
      return [`sent a ${routedWords[o.request]} of ${o.from}`, `to node ${o.node}`];
    case "request-refused":
      return [`refused a request of ${o.from}`, `error ${o.code}, ${o.says}`];
    case "socket-called":
      return [`${o.call}()`, socketCallWords(o)];
    case "socket-waits":
      return [`${o.call}()`, `on ${o.socket}; has not come back yet`];
    case "kernel":
      return ["table of sockets", kernelWords(o)];
    case "wrote":
      return ["write()", wroteWords(o)];
    case "read":
      return ["read", passedWords(o)];
    case "drained":
      return ["drain", "Node holds nothing any more"];
    case "held":
      return ["Node holds", bytesWords(o.sizeBytes)];
    case "hashed":
      return ["in all", `${bytesWords(o.sizeBytes)}, SHA-256 ${o.sha256}…`];
    case "node-sockets":
      return ["sockets, as Node knows them", nodeWords(o.sockets)];
    case "numbered-out":
      return [`sent to ${o.to} over ${o.over.toUpperCase()}`, numberedWords(o)];
    case "numbered-in":
      return [`got from ${o.from} over ${o.over.toUpperCase()}`, numberedWords(o)];
    case "relayed":
      return [o.how === "lost" ? "threw away" : "copied", `number ${o.number}`];
    case "wrapped":
      return [`frame ${o.number}: ${o.layer}`, `${o.addedBytes} of ${o.wholeBytes} bytes`];
    case "framed":
      return [`frame ${o.number} to ${o.to}`, bytesWords(o.sizeBytes)];
    case "changed":
      return [`frame ${o.number}: ${o.field}`, `${o.before} → ${o.after}`];
    case "summed":
      return [`frame ${o.number}: ${o.layer} checksum`, `${o.found}, due ${o.due}`];
    case "discarded":
      return [`frame ${o.number}: discarded`, o.reason];
    case "skipped":
      return ["not kept", `${o.count} more, too many at once`];
    default:
      return unknownFact(o);
  }
};

const unknownFact = (fact: never): never => {
  throw new Error(`log line = ${JSON.stringify(fact)}, must be a known fact`);
};

/** A node of several is told by its number; its clients' lanes keep their names. */
const placeOf = ({ where, node }: Observation): string =>
  where === "server" && node !== undefined ? `node ${node}` : where;

/** Facts of `/` do not say where they are: it is where a client is that chose nothing. */
const whatIn = (observation: Observation, what: string): string => {
  const namespace = namespaceOf(observation);
  return namespace === mainNamespace ? what : `${what} in ${namespace}`;
};

/**
 * Says one observation in words. `originMs` is the run's origin on the server's clock, and
 * `originClock` the clock it was read from: times of that clock carry no error.
 */
export const logLine = (
  observation: Observation,
  clocks: Clocks,
  originMs: number,
  originClock: ClockName = "server",
): LogLine => {
  const [what, detail] = wordsOf(observation);
  const errorMs = errorBetweenMs(observation.clock, originClock, clocks);
  return {
    time: formatTime(serverMs(observation, clocks) - originMs, errorMs),
    where: placeOf(observation),
    what: whatIn(observation, what),
    event: "event" in observation ? observation.event : undefined,
    detail,
  };
};
