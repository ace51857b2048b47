import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { type JoinedNamespace, JoinedNamespaces, type NamespaceAuth } from "./joined-namespaces.ts";
import { leasePolls } from "./lease-polls.ts";
import { type Leases, pageLeases } from "./leases.ts";
import { type Fact, type HttpAnswer, inNamespace, mainNamespace } from "./observation.ts";
import { observeSocket } from "./observe-socket.ts";
import type { PageObserver } from "./observer.ts";
import { byEvent, type PacketName } from "./packet-name.ts";
import { packetText } from "./packet-text.ts";
import { type ControlTransport, fallBackToPolling } from "./polling-fallback.ts";

/** Which seat of which bench a client under study takes. */
export interface SubjectOptions {
  who: string;
  bench: string;
  seat: string;
  observer: PageObserver;
  /** Where the host is; the page's own origin by default. */
  url?: string;
  /**
   * Options of the real client. WebSocket only by default, so that a run shows one transport; if
   * that is blocked while the control channel lives, it polls.
   */
  client?: Partial<ManagerOptions & SocketOptions>;
  /** Whether Engine.IO packets and the change of transport are observed, too. */
  watchesPackets?: boolean;
  /** How packets are named in observations; by their event, by default. */
  nameOf?: PacketName;
  leases?: Leases;
  /** The namespaces that it may join beside `/`; it joins none until it is told to. */
  namespaces?: NamespaceAuth;
  /** The control channel's transport; without it, a blocked WebSocket stays blocked. */
  control?: () => ControlTransport;
  /** It would connect, but the browser has no connection left for it; or that is over. */
  waits?: (isWaiting: boolean) => void;
}

/** A real client under study, on a connection of its own. */
export interface Subject {
  who: string;
  /** Its socket in `/`. */
  socket: Socket;
  /** Its sockets by namespace, `/` among them, all on one connection. */
  sockets: ReadonlyMap<string, Socket>;
  /** The client in a namespace other than `/`. */
  in(namespace: string): JoinedNamespace;
  /** Sets the one listener, on this event and in each namespace; `undefined` for none. */
  listen(event: string | undefined): void;
  /**
   * Sets so many listeners on this event in each namespace, and records it; the ones before are
   * removed.
   */
  setListeners(event: string, times: number): void;
  /** Drops the connection from this side, as if its network had gone, and records it. */
  giveUp(): void;
  /**
   * Makes a call with this client's socket of a namespace, `/` by default, and records what became
   * of the packet.
   */
  call(name: string, make: (callbacks: AckCallbacks) => void, namespace?: string): void;
  close(): void;
}

/** Where the answers to an acknowledgement go; both are recorded. */
export interface AckCallbacks {
  answered(answer: unknown): void;
  failed(error: Error): void;
}

/** Opens a client under study. It tries again by itself, as any Socket.IO client. */
export function openSubject(asked: SubjectOptions): Subject {
  const { who, bench, seat, observer, url, client, nameOf = byEvent } = asked;
  const options = {
    forceNew: true,
    transports: ["websocket"],
    reconnectionDelayMax: 2000,
    timeout: 4000,
    ...client,
    autoConnect: false,
    query: { bench, seat },
  };
  const socket = url === undefined ? io(options) : io(url, options);
  const see = (fact: Fact) => observer.observe(who, fact);
  const seeIn = (namespace: string) => (fact: Fact) => see(inNamespace(namespace, fact));
  observeSocket(socket, see, nameOf);
  if (asked.watchesPackets) watchPackets(socket, see);
  // Before the leases: what holds up the client, or ends it, goes for all of its namespaces.
  const others = new JoinedNamespaces(socket, asked.namespaces ?? {}, (other, namespace) =>
    observeSocket(other, seeIn(namespace), nameOf),
  );
  const sockets = new Map([[mainNamespace, socket], ...others.sockets]);
  const { leases = pageLeases(), waits = () => undefined, control } = asked;
  leasePolls(socket, { kind: "lane", leases, waits });
  if (control && !client?.transports) fallBackToPolling(socket, control);
  if (client?.autoConnect !== false) socket.connect();
  let stopListening: (() => void)[] = [];
  const listen = (event: string) => {
    for (const [namespace, one] of sockets) {
      const listener = (...args: unknown[]) => {
        const name = nameOf(event, args);
        if (name !== undefined) seeIn(namespace)({ what: "handled", event: name });
      };
      one.on(event, listener);
      stopListening.push(() => one.off(event, listener));
    }
  };
  const listenNoMore = () => {
    for (const stop of stopListening) stop();
    stopListening = [];
  };
  return {
    who,
    socket,
    sockets,
    in: (namespace) => others.in(namespace),
    listen(event) {
      listenNoMore();
      if (event !== undefined) listen(event);
    },
    setListeners(event, times) {
      listenNoMore();
      for (let added = 0; added < times; added += 1) listen(event);
      see({ what: "listening", event, times });
    },
    giveUp() {
      see({ what: "fault", fault: "given-up" });
      socket.io.engine?.close();
    },
    call: (event, make, namespace = mainNamespace) => {
      const called = namespace === mainNamespace ? socket : others.in(namespace).socket;
      callObserved({ socket: called, see: seeIn(namespace), event }, make);
    },
    close() {
      for (const one of sockets.values()) {
        one.offAny();
        one.offAnyOutgoing();
        one.removeAllListeners();
      }
      socket.disconnect();
    },
  };
}

type See = (fact: Fact) => void;

/** Every connection has an engine of its own; each is watched from its beginning. */
function watchPackets(socket: Socket, see: See): void {
  const watched = new WeakSet<object>();
  const watch = () => {
    const { engine } = socket.io;
    if (!engine || watched.has(engine)) return;
    watched.add(engine);
    engine.on("packetCreate", ({ type, data }) => {
      see({ what: "packet-out", to: "server", packet: packetText(type, data) });
    });
    engine.on("packet", ({ type, data }) => {
      see({ what: "packet-in", from: "server", packet: packetText(type, data) });
    });
    engine.on("upgrade", ({ name }) => see({ what: "upgraded", transport: name }));
    engine.on("upgradeError", ({ message }) =>
      see({ what: "upgrade-failed", error: message.slice(0, longestText) }),
    );
  };
  const { connect } = socket;
  socket.connect = () => {
    connect.call(socket);
    watch();
    return socket;
  };
  watchAttempts(socket, see);
  // The client's own attempts: it makes the engine when its listeners have been told.
  socket.io.on("reconnect_attempt", () => queueMicrotask(watch));
}

const longestText = 200;

/** What the server answered to a poll that failed, if it did. */
function answerOf(error: Error): HttpAnswer | undefined {
  const { description: status, context } = error as Error & {
    description?: unknown;
    context?: { responseText?: unknown };
  };
  if (typeof status !== "number" || status === 0) return undefined;
  return { status, body: String(context?.responseText ?? "").slice(0, longestText) };
}

/** Attempts that fail, those that follow, and their end. */
function watchAttempts({ io: manager }: Socket, see: See): void {
  manager.on("error", (error) => {
    const answer = answerOf(error);
    see({
      what: "connect-failed",
      error: error.message.slice(0, longestText),
      ...(answer && { answer }),
    });
  });
  manager.on("reconnect_attempt", (attempt) => see({ what: "reconnecting", attempt }));
  manager.on("reconnect_failed", () =>
    see({ what: "gave-up", attempts: manager.reconnectionAttempts() }),
  );
}

interface Calling {
  socket: Socket;
  see: See;
  event: string;
}

/** A packet is sent, kept in the client's buffer, or dropped: the socket itself tells which. */
function callObserved(
  { socket, see, event }: Calling,
  make: (callbacks: AckCallbacks) => void,
): void {
  let isSent = false;
  const noteSent = () => {
    isSent = true;
  };
  const keptBefore = keptOf(socket);
  see({ what: "emitted", event });
  socket.prependAnyOutgoing(noteSent);
  try {
    make({
      answered: (answer) => see({ what: "ack-received", answer: shortJson(answer), event }),
      failed: ({ message: error }) => see({ what: "ack-timed-out", error, event }),
    });
  } finally {
    socket.offAnyOutgoing(noteSent);
  }
  if (isSent) return;
  if (keptOf(socket) > keptBefore) see({ what: "buffered", event });
  else see({ what: "dropped", event, reason: "volatile: the transport was busy" });
}

/** Packets that wait: for a connection, or with `retries` for the one before to be acknowledged. */
const keptOf = (socket: Socket): number => {
  const { _queue: queue = [] } = socket as unknown as { _queue?: unknown[] };
  return socket.sendBuffer.length + queue.length;
};

const shortJson = (value: unknown): string => (JSON.stringify(value) ?? "undefined").slice(0, 200);
