import type { KernelTcpSocket, KernelUdpSocket } from "./kernel-socket.ts";

/** Whose clock a time was read from. `guest` is the second device's page. */
export type ClockName = "page" | "server" | "guest";

/** How a figure came to be, weakest last. */
export const provenances = ["observed", "computed", "modelled", "recorded"] as const;
export type Provenance = (typeof provenances)[number];

/**
 * What happened, in which namespace (absent means `/`), and on which node: the number of one of the
 * Socket.IO servers of a bench that has several.
 */
export type Fact = WhatHappened & { namespace?: string; node?: number };

/**
 * What happened, without when and where.
 *
 * `sent` and `written` are hand-overs to the connection, on the client and on the server;
 * `arrived` is the client's catch-all, `handled` its listener, `received` the server's catch-all,
 * `returned` the end of the server's listener, or of what it did by itself. `skipped` counts
 * observations that the server made but did not keep, because too many came at once. Packets are
 * Engine.IO's, where a lab watches them; session ids in them are cut out. Where it does, it sees failed attempts, too.
 * `upgrade-stopped` is the bench's own doing: see `treatUpgrades`. So is `fault`; `pinged` is a
 * heartbeat of the server that went into a pulled cable, `forgot` what connection state recovery no
 * longer keeps, `checked` a run of the server's own middleware, and `refused` what its client heard.
 *
 * `routed` is the choice of a bench's load balancer for one request of a subject; `request-refused`
 * what a node's engine answered to it, which the subject's client may have seen as the `answer` of an
 * attempt that failed.
 *
 * `message-out` and `message-in` are what passes on a bench's own routes: requests, answers, events
 * of a stream, messages of a plain WebSocket.
 *
 * `tapped` and `counted` are bytes at the server's TCP socket of a subject's connection, unaltered
 * but for masks: `up` when the kernel handed them over, `down` when it took them. `counted` are
 * those that passed without being kept. `ends` are the ports of a tapped connection, as the kernel of
 * the server has them; addresses stay there. Connections of a bench count from 1, and so do the
 * exchanges of a connection, each a request with its response; a WebSocket belongs to the exchange
 * of its upgrade.
 *
 * `socket-called` is a program's call on one of its bench's own sockets, when it came back;
 * `socket-waits` says that it has not yet. `kernel` is what the kernel's own tables had for the
 * bench's sockets when they were read; where there are none, `node-sockets` is what Node knows.
 *
 * Of a byte stream: `wrote` is a call of `write` and what it returned, `read` what one `data` event
 * gave, `drained` says that Node holds nothing any more after it said stop. `held` is what Node
 * holds for a program, written or not yet read; `hashed` sums up all that passed it, with the first 16
 * digits of its hash.
 *
 * `numbered-out` and `numbered-in` are messages with numbers that a program handed to its kernel, or
 * got from it, in one turn; `relayed` is what a relay of the lab's own did to one of them.
 *
 * Of a message that goes down the layers, all of it computed: `wrapped` says what a layer adds and
 * how large the whole is then, `framed` is a frame as it leaves (`of` is the one that it came from), `changed` a field that was another
 * value before, `summed` a checksum as it stands and as it is due, `discarded` a packet that goes no
 * further.
 */
type WhatHappened =
  | { what: "connected"; transport: string; back?: ComingBack; over?: Session }
  | { what: "upgraded"; transport: string }
  | { what: "disconnected"; reason: string; willReturn?: boolean }
  | { what: "refused"; reason: string }
  | { what: "checked"; isLetIn: boolean }
  | { what: "fault"; fault: FaultName }
  | { what: "pinged" }
  | { what: "forgot"; sessions: number; packets: number }
  | { what: "listening"; event: string; times: number }
  | { what: "joined"; room: string }
  | { what: "left"; room: string }
  | { what: "emitted"; event: string }
  | { what: "buffered"; event: string }
  | { what: "dropped"; event: string; reason: string }
  | { what: "sent"; event: string }
  | { what: "received"; event: string; from: string; wantsAck: boolean }
  | { what: "written"; event: string; write: Write }
  | { what: "returned"; event: string }
  | { what: "arrived"; event: string }
  | { what: "handled"; event: string }
  | { what: "acknowledged"; to: string }
  | { what: "ack-received"; answer: string; event?: string }
  | { what: "ack-timed-out"; error: string; event?: string }
  | { what: "ack-late" }
  | { what: "packet-out"; to: string; packet: string }
  | { what: "packet-in"; from: string; packet: string }
  | { what: "message-out"; to: string; message: string }
  | { what: "message-in"; from: string; message: string }
  | ({ what: "tapped"; bytes: string; masked: Mask[] } & OnTheWire)
  | ({ what: "counted"; sizeBytes: number } & OnTheWire)
  | ({ what: "ends"; connection: number } & ConnectionEnds)
  | { what: "connect-failed"; error: string; answer?: HttpAnswer }
  | { what: "upgrade-failed"; error: string }
  | { what: "reconnecting"; attempt: number }
  | { what: "gave-up"; attempts: number }
  | { what: "upgrade-stopped"; how: "refused" | "swallowed" | "let-go"; from: string }
  | { what: "routed"; from: string; request: RoutedRequest }
  | { what: "request-refused"; from: string; code: number; says: string }
  | ({ what: "socket-called" } & SocketCall)
  | { what: "socket-waits"; call: string; socket: string; local?: number; remote?: number }
  | { what: "kernel"; tcp: KernelTcpSocket[]; udp: KernelUdpSocket[] }
  | ({ what: "wrote"; isTaken: boolean; heldBytes: number } & Passed)
  | ({ what: "read" } & Passed)
  | { what: "drained" }
  | { what: "held"; sizeBytes: number }
  | { what: "hashed"; sizeBytes: number; sha256: string }
  | { what: "node-sockets"; sockets: NodeSocket[] }
  | ({ what: "numbered-out"; to: string; error?: string } & Numbered)
  | ({ what: "numbered-in"; from: string } & Numbered)
  | { what: "relayed"; number: number; how: RelayedHow }
  | ({ what: "wrapped" } & Wrapped)
  | { what: "framed"; number: number; to: string; sizeBytes: number; bytes: string; of?: number }
  | { what: "changed"; number: number; layer: string; field: string; before: string; after: string }
  | { what: "summed"; number: number; layer: string; isRight: boolean; found: string; due: string }
  | { what: "discarded"; number: number; why: string; reason: string }
  | { what: "skipped"; count: number };

/** A request as a load balancer sees it. `upgrade` asks for a WebSocket. */
export const routedRequests = ["GET", "POST", "upgrade"] as const;
export type RoutedRequest = (typeof routedRequests)[number];

/** What came back to a request over HTTP, cut short. */
export interface HttpAnswer {
  status: number;
  body: string;
}

/** What one layer does to what it is given. */
export interface Wrapped {
  /** The frame's number, from 1. */
  number: number;
  layer: string;
  /** Bytes that the layer adds; of the data itself, all. */
  addedBytes: number;
  /** Bytes from this layer's header to the end. */
  wholeBytes: number;
}

/** Bytes of one call, or of several that are told together. */
export interface Passed {
  sizeBytes: number;
  /** Number of calls, when it is not one. */
  times?: number;
  /** What the bytes spell, where they are few. */
  text?: string;
}

/** Messages that carry numbers. Over TCP they are those that a read has completed. */
export interface Numbered {
  over: "udp" | "tcp";
  numbers: number[];
  /** Of one message without headers; of a TCP read, all that it gave. */
  sizeBytes: number;
  /** What was carried, where that is words. */
  text?: string;
}

/** What a relay may do to a datagram beside handing it on late. */
export const relayedHows = ["lost", "doubled"] as const;
export type RelayedHow = (typeof relayedHows)[number];

/** A call on a socket that the lab names, and what came of it. */
export interface SocketCall {
  call: string;
  socket: string;
  /** Name of the error; absent when it succeeded. */
  error?: string;
  /** Bytes handed over or taken; 0 taken is the end of what the peer sends. */
  sizeBytes?: number;
  /** Ports, where the call has settled them. */
  local?: number;
  remote?: number;
  /** Name of the socket that it gave. */
  gives?: string;
  /** Not the program's own doing: its runtime closed the socket. */
  isByItself?: boolean;
  /** The runtime knew that the socket is closed, and did not ask the kernel. */
  isNoCall?: boolean;
}

/** A socket as Node knows it. */
export interface NodeSocket {
  socket: string;
  state: string;
  local: number;
  /** 0 when there is no peer. */
  remote: number;
}

/** What the server saw a client join a namespace over. */
export interface Session {
  /** Number of the Engine.IO session on its bench, from 1. */
  session: number;
  /** Path of the HTTP request that opened it. */
  path: string;
  /** Namespaces that the client was already in on it. */
  besides: string[];
}

/** What a client is after it was away: told by the client itself, of its own socket. */
export interface ComingBack {
  isRecovered: boolean;
  /** `socket.id` is what it was before. The id itself is nobody's business. */
  hasSameId: boolean;
}

/**
 * What a lab does to a subject's connection, or to the bench. `cut`: the connection is destroyed,
 * and a new one waits until `plugged`. `pulled`: nothing comes through, nothing is lost yet.
 * `stranded`: as if pulled for good, while new connections come through. `given-up`: the client
 * itself drops its connection. `kicked`: the server disconnects the socket. `restarted`: the
 * bench's Socket.IO server is closed, and a new one opened.
 */
export const faultNames = [
  "cut",
  "pulled",
  "stranded",
  "plugged",
  "given-up",
  "kicked",
  "restarted",
] as const;
export type FaultName = (typeof faultNames)[number];

/** Where bytes were seen. `up` is towards the server. */
export interface OnTheWire {
  way: "up" | "down";
  connection: number;
  exchange: number;
}

/** The two ends of a TCP connection, without their addresses. */
export interface ConnectionEnds {
  ip: "ipv4" | "ipv6";
  clientPort: number;
  serverPort: number;
}

/** Why bytes were overwritten before they left the server. */
export const maskReasons = [
  "cookie",
  "authorization",
  "forwarded",
  "address",
  "key",
  "unknown",
] as const;

/** Tapped bytes `from` (first) to `to` (after the last) that were overwritten at equal length. */
export interface Mask {
  from: number;
  to: number;
  why: (typeof maskReasons)[number];
}

/**
 * One emit of the server: whom it was written to, and what it was addressed to. The state of every
 * subject is that of the moment of writing; a subject that is not connected is missing in `rooms`.
 */
export interface Write {
  /** Names of the subjects whose sockets it was written to. */
  recipients: string[];
  /**
   * `socket`: one socket's own emit. `broadcast`: an emit to rooms, or to all if none is named.
   * `restored`: kept by connection state recovery, and written when its client came back.
   */
  kind: "socket" | "broadcast" | "restored";
  /** Rooms it was addressed to; empty means everybody. A subject's own id room shows as its name. */
  rooms: string[];
  /** Rooms it was kept from; the sender's own room shows as its name. */
  except: string[];
  /** Rooms of each subject in the namespace, without the room of its own id. */
  memberships: Record<string, string[]>;
  /** Namespaces of each connected subject; absent while nobody is in another than `/`. */
  namespaces?: Record<string, string[]>;
}

/** The namespace of a client that chose none. */
export const mainNamespace = "/";

/** A fact of a namespace. One of `/` does not say so. */
export const inNamespace = (namespace: string, fact: Fact): Fact =>
  namespace === mainNamespace ? fact : { ...fact, namespace };

/** The namespace of a fact. */
export const namespaceOf = ({ namespace = mainNamespace }: Pick<Fact, "namespace">): string =>
  namespace;

/** One timestamped fact about a run. `seq` counts per clock. */
export type Observation = Fact & {
  seq: number;
  /** Milliseconds on `clock`, from an origin of its own. */
  atMs: number;
  clock: ClockName;
  /** A subject's name, or `server`. */
  where: string;
  /** Absent means observed. */
  provenance?: Exclude<Provenance, "observed">;
};

type What = Observation["what"];

/** The observations of one kind, in their order. */
export const seen = <W extends What>(
  observations: readonly Observation[],
  what: W,
): Extract<Observation, { what: W }>[] =>
  observations.filter(
    (observation): observation is Extract<Observation, { what: W }> => observation.what === what,
  );

/** How far a clock is from the server's: `serverMs = clockMs + offsetMs`, give or take `errorMs`. */
export interface ClockOffset {
  offsetMs: number;
  errorMs: number;
}

/** The clocks of a run, measured; the server's own is the reference. */
export type Clocks = Partial<Record<Exclude<ClockName, "server">, ClockOffset>>;

/** The weakest provenance among the observations of a run. */
export function provenanceOf(observations: readonly Observation[]): Provenance {
  const ranks = observations.map(({ provenance }) => provenances.indexOf(provenance ?? "observed"));
  return provenances[Math.max(0, ...ranks)] ?? "observed";
}

/** Milliseconds on the server's clock. A clock that was never measured is taken as it is. */
export const serverMs = (observation: Observation, clocks: Clocks): number =>
  observation.clock === "server"
    ? observation.atMs
    : observation.atMs + (clocks[observation.clock]?.offsetMs ?? 0);
