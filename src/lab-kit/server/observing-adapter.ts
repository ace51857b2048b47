import type { Server, Socket } from "socket.io";
import { Adapter, type BroadcastOptions, SessionAwareAdapter } from "socket.io-adapter";

/** Hears what a server's adapter does. The calls are made in the middle of the emit: be quick. */
export interface AdapterWatch {
  /** The adapter writes to this socket, or does something else with it. */
  reaches(socket: Socket): void;
  broadcastBegins(rooms: ReadonlySet<string>, except: ReadonlySet<string>): void;
  broadcastEnds(packet: readonly unknown[], namespace: string): void;
  roomsChanged(): void;
  /** A session was found for a client that comes back; `data` is what its socket will have. */
  restores(data: object, packets: readonly (readonly unknown[])[]): void;
  /** What recovery kept was too old. */
  forgets(sessions: number, packets: number): void;
}

const watchOf = Symbol("watch");
type Watched = Server & { [watchOf]?: AdapterWatch };

/** Lets `watch` hear the adapter of `io` from now on. */
export const watchAdapter = (io: Server, watch: AdapterWatch): void => {
  (io as Watched)[watchOf] = watch;
};

interface EventPacket {
  data?: readonly unknown[];
}

/** Read in the middle of each broadcast. */
const watchIn = ({ nsp }: Pick<Adapter, "nsp">): AdapterWatch | undefined =>
  (nsp.server as Watched)[watchOf];

/** The step of the library's adapters in which they go through the sockets that a packet is for. */
interface Inner extends Pick<Adapter, "nsp"> {
  apply(options: BroadcastOptions, callback: (socket: Socket) => void): void;
}

/** Tells the watch of each socket that adapters of this kind reach. */
export function watchReached(kind: typeof Adapter): void {
  const inner = kind.prototype as unknown as Inner;
  const { apply } = inner;
  inner.apply = function (options, callback) {
    const watch = watchIn(this);
    const reach = (socket: Socket): void => {
      watch?.reaches(socket);
      callback(socket);
    };
    apply.call(this, options, reach);
  };
}

/** Where the library's adapters (2.5) encode a broadcast, once for all its recipients. */
interface Encoding {
  _encode(packet: EventPacket, options: FrameOptions): unknown;
}

interface FrameOptions {
  /** The WebSocket frame, as head and body; `ws` writes them one by one, and a list of one at once. */
  wsPreEncodedFrame?: Buffer[];
}

/** Lets adapters of this kind put head and body together once, instead of at each recipient. */
function writeFramesWhole(kind: typeof Adapter): void {
  const inner = kind.prototype as unknown as Encoding;
  const { _encode } = inner;
  inner._encode = function (packet, options) {
    const encoded = _encode.call(this, packet, options);
    const frame = options.wsPreEncodedFrame;
    if (frame) options.wsPreEncodedFrame = [Buffer.concat(frame)];
    return encoded;
  };
}

/** For another kind of adapter: tells the watch when a broadcast of its namespace begins and ends. */
export function observeBroadcast<Written>(
  adapter: Adapter,
  { packet, options }: { packet: EventPacket; options: BroadcastOptions },
  write: () => Written,
): Written {
  const watch = watchIn(adapter);
  watch?.broadcastBegins(options.rooms, options.except ?? new Set());
  try {
    return write();
  } finally {
    watch?.broadcastEnds(packet.data ?? [], adapter.nsp.name);
  }
}

/** For another kind of adapter: somebody has joined or left a room of its namespace. */
export const roomsChanged = (adapter: Adapter): void => watchIn(adapter)?.roomsChanged();

type AckCallbacks = [
  clientCountCallback: (clientCount: number) => void,
  ack: (...args: unknown[]) => void,
];

/** An adapter that tells its watch to whom the library was really asked to send. */
function observing<Base extends typeof Adapter>(base: Base) {
  class Observing extends (base as typeof Adapter) {
    override broadcast(packet: EventPacket, options: BroadcastOptions): void {
      const watch = watchIn(this);
      watch?.broadcastBegins(options.rooms, options.except ?? new Set());
      try {
        super.broadcast(packet, options);
      } finally {
        watch?.broadcastEnds(packet.data ?? [], this.nsp.name);
      }
    }

    override broadcastWithAck(
      packet: EventPacket,
      options: BroadcastOptions,
      ...callbacks: AckCallbacks
    ): void {
      const watch = watchIn(this);
      watch?.broadcastBegins(options.rooms, options.except ?? new Set());
      try {
        super.broadcastWithAck(packet, options, ...callbacks);
      } finally {
        watch?.broadcastEnds(packet.data ?? [], this.nsp.name);
      }
    }

    /** For an adapter that keeps packets: it found these for a client that comes back. */
    restores(data: object, packets: readonly (readonly unknown[])[]): void {
      watchIn(this)?.restores(data, packets);
    }

    /** For an adapter that keeps packets: it has removed what was too old. */
    forgets(sessions: number, packets: number): void {
      if (sessions + packets > 0) watchIn(this)?.forgets(sessions, packets);
    }

    override addAll(id: string, rooms: Set<string>): Promise<void> | void {
      watchIn(this)?.roomsChanged();
      return super.addAll(id, rooms);
    }

    override del(id: string, room: string): Promise<void> | void {
      watchIn(this)?.roomsChanged();
      return super.del(id, room);
    }

    override delAll(id: string): void {
      watchIn(this)?.roomsChanged();
      super.delAll(id);
    }
  }
  watchReached(Observing);
  writeFramesWhole(Observing);
  return Observing;
}

/** The in-memory adapter, observed. */
export const ObservingAdapter = observing(Adapter);
/** The in-memory adapter with connection state recovery, observed. */
export const ObservingRecoveryAdapter = observing(SessionAwareAdapter);
