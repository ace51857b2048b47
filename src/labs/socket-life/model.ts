/** What a program can call. `reset` closes so that the peer is told of an abort. */
export const calls = [
  "bind",
  "listen",
  "connect",
  "accept",
  "send",
  "recv",
  "shutdown",
  "close",
  "reset",
] as const;
export type Call = (typeof calls)[number];

/** Those that may have nothing to return for until somebody else does something. */
export const waitingCalls: readonly Call[] = ["connect", "accept", "recv"];

/** Sockets that listen, or could: of the server program. */
export const listenerNames = ["L1", "L2"] as const;
/** The client program's ends of connections. */
export const clientNames = ["C1", "C2", "C3", "C4"] as const;
/** The server program's ends: S1 is the other end of C1. */
export const serverNames = ["S1", "S2", "S3", "S4"] as const;

export const socketNames = [...listenerNames, ...clientNames, ...serverNames] as const;
export type ListenerName = (typeof listenerNames)[number];
export type ClientName = (typeof clientNames)[number];
export type ServerName = (typeof serverNames)[number];
export type SocketName = (typeof socketNames)[number];

export const bounds = { textLength: 64, mostBacklog: 8 };

/** All that the reader can choose, beside the steps of a run by hand. */
export interface Settings {
  scenario: ScenarioId;
  /** What `send` sends. */
  text: string;
  /** What `listen` is given. */
  backlog: number;
}

export const scenarioIds = [
  "listen-connect",
  "half-close",
  "time-wait",
  "server-first",
  "refused",
  "reset",
  "unread",
  "in-use",
  "epipe",
  "closed",
  "backlog",
  "one-accept",
  "three-connections",
  "by-hand",
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** One call on one socket. */
export interface Step {
  call: Call;
  on: SocketName;
  /** It is expected to have nothing to return for yet, so that nobody waits long for it. */
  mayWait?: boolean;
}

const isOf =
  <Name extends SocketName>(names: readonly Name[]) =>
  (name: SocketName): name is Name =>
    (names as readonly SocketName[]).includes(name);

export const isListener = isOf(listenerNames);
export const isClient = isOf(clientNames);
export const isServer = isOf(serverNames);

/** The calls that make sense on a socket. */
export const callsOf = (name: SocketName): readonly Call[] => {
  if (isListener(name)) return ["bind", "listen", "accept", "close"];
  const ofBoth: Call[] = ["send", "recv", "shutdown", "close", "reset"];
  return isClient(name) ? ["connect", ...ofBoth] : ofBoth;
};

/** The other end of a connection. */
export const peerOf = (name: ClientName): ServerName => `S${name[1]}` as ServerName;

/** The program that holds a socket. */
export const programOf = (name: SocketName): "client" | "server" =>
  isClient(name) ? "client" : "server";
