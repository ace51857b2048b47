import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { leasePolls } from "./lease-polls.ts";
import { type Leases, pageLeases } from "./leases.ts";
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
  /** The control channel's transport; without it, a blocked WebSocket stays blocked. */
  control?: () => ControlTransport;
  /** It would connect, but the browser has no connection left for it; or that is over. */
  waits?: (isWaiting: boolean) => void;
}

/** A real client under study, on a connection of its own. */
export interface Subject {
  who: string;
  socket: Socket;
  /** Sets the one listener, on this event; `undefined` for none. */
  listen(event: string | undefined): void;
  /** Sets so many listeners on this event, and records it; the ones before are removed. */
  setListeners(event: string, times: number): void;
  /** Drops the connection from this side, as if its network had gone, and records it. */
  giveUp(): void;
  /** Makes a call with this client's socket, and records what became of the packet. */
  call(name: string, make: (callbacks: AckCallbacks) => void): void;
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
  observe(socket, who, observer, nameOf);
  if (asked.watchesPackets) watchPackets(socket, who, observer);
  const { leases = pageLeases(), waits = () => undefined, control } = asked;
  leasePolls(socket, { kind: "lane", leases, waits });
  if (control && !client?.transports) fallBackToPolling(socket, control);
  if (client?.autoConnect !== false) socket.connect();
  let stopListening: (() => void)[] = [];
  const listen = (event: string) => {
    const listener = (...args: unknown[]) => {
      const name = nameOf(event, args);
      if (name !== undefined) observer.observe(who, { what: "handled", event: name });
    };
    socket.on(event, listener);
    stopListening.push(() => socket.off(event, listener));
  };
  const listenNoMore = () => {
    for (const stop of stopListening) stop();
    stopListening = [];
  };
  return {
    who,
    socket,
    listen(event) {
      listenNoMore();
      if (event !== undefined) listen(event);
    },
    setListeners(event, times) {
      listenNoMore();
      for (let added = 0; added < times; added += 1) listen(event);
      observer.observe(who, { what: "listening", event, times });
    },
    giveUp() {
      observer.observe(who, { what: "fault", fault: "given-up" });
      socket.io.engine?.close();
    },
    call: (event, make) => callObserved({ socket, who, observer, event }, make),
    close() {
      socket.offAny();
      socket.offAnyOutgoing();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}

function observe(socket: Socket, who: string, observer: PageObserver, nameOf: PacketName): void {
  let idBefore: string | undefined;
  socket.on("connect", () => {
    const transport = socket.io.engine.transport.name;
    const { recovered: isRecovered, id } = socket;
    const back = idBefore && { isRecovered, hasSameId: id === idBefore };
    observer.observe(who, { what: "connected", transport, ...(back && { back }) });
    idBefore = id;
  });
  socket.on("disconnect", (reason) => {
    observer.observe(who, { what: "disconnected", reason, willReturn: socket.active });
  });
  socket.on("connect_error", ({ message }) => {
    // The client tries again by itself, unless it was the server that refused it.
    if (!socket.active) observer.observe(who, { what: "refused", reason: message.slice(0, 200) });
  });
  const named =
    (what: "sent" | "arrived") =>
    (event: unknown, ...args: unknown[]) => {
      const name = nameOf(String(event), args);
      if (name !== undefined) observer.observe(who, { what, event: name });
    };
  socket.onAnyOutgoing(named("sent"));
  socket.onAny(named("arrived"));
}

/** Every connection has an engine of its own; each is watched from its beginning. */
function watchPackets(socket: Socket, who: string, observer: PageObserver): void {
  const watched = new WeakSet<object>();
  const watch = () => {
    const { engine } = socket.io;
    if (!engine || watched.has(engine)) return;
    watched.add(engine);
    engine.on("packetCreate", ({ type, data }) => {
      observer.observe(who, { what: "packet-out", to: "server", packet: packetText(type, data) });
    });
    engine.on("packet", ({ type, data }) => {
      observer.observe(who, { what: "packet-in", from: "server", packet: packetText(type, data) });
    });
    engine.on("upgrade", ({ name }) =>
      observer.observe(who, { what: "upgraded", transport: name }),
    );
    engine.on("upgradeError", ({ message }) =>
      observer.observe(who, { what: "upgrade-failed", error: message.slice(0, 200) }),
    );
  };
  const { connect } = socket;
  socket.connect = () => {
    connect.call(socket);
    watch();
    return socket;
  };
  watchAttempts(socket, who, observer);
  // The client's own attempts: it makes the engine when its listeners have been told.
  socket.io.on("reconnect_attempt", () => queueMicrotask(watch));
}

/** Attempts that fail, those that follow, and their end. */
function watchAttempts({ io: manager }: Socket, who: string, observer: PageObserver): void {
  manager.on("error", ({ message }) =>
    observer.observe(who, { what: "connect-failed", error: message.slice(0, 200) }),
  );
  manager.on("reconnect_attempt", (attempt) =>
    observer.observe(who, { what: "reconnecting", attempt }),
  );
  manager.on("reconnect_failed", () =>
    observer.observe(who, { what: "gave-up", attempts: manager.reconnectionAttempts() }),
  );
}

interface Calling {
  socket: Socket;
  who: string;
  observer: PageObserver;
  event: string;
}

/** A packet is sent, kept in the client's buffer, or dropped: the socket itself tells which. */
function callObserved(
  { socket, who, observer, event }: Calling,
  make: (callbacks: AckCallbacks) => void,
): void {
  let isSent = false;
  const noteSent = () => {
    isSent = true;
  };
  const keptBefore = keptOf(socket);
  observer.observe(who, { what: "emitted", event });
  socket.prependAnyOutgoing(noteSent);
  try {
    make({
      answered: (answer) =>
        observer.observe(who, { what: "ack-received", answer: shortJson(answer), event }),
      failed: ({ message: error }) =>
        observer.observe(who, { what: "ack-timed-out", error, event }),
    });
  } finally {
    socket.offAnyOutgoing(noteSent);
  }
  if (isSent) return;
  if (keptOf(socket) > keptBefore) observer.observe(who, { what: "buffered", event });
  else
    observer.observe(who, { what: "dropped", event, reason: "volatile: the transport was busy" });
}

/** Packets that wait: for a connection, or with `retries` for the one before to be acknowledged. */
const keptOf = (socket: Socket): number => {
  const { _queue: queue = [] } = socket as unknown as { _queue?: unknown[] };
  return socket.sendBuffer.length + queue.length;
};

const shortJson = (value: unknown): string => (JSON.stringify(value) ?? "undefined").slice(0, 200);
