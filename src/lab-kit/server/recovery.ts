import type { BroadcastOptions } from "socket.io-adapter";
import { ObservingRecoveryAdapter } from "./observing-adapter.ts";

interface KeptPacket {
  data: readonly unknown[];
}

/** What the adapter keeps of a client that has gone; `SessionToPersist` of socket.io-adapter. */
type KeptSession = Parameters<InstanceType<typeof ObservingRecoveryAdapter>["persistSession"]>[0];

/** What is found of a client that comes back; nothing, if nothing fits. */
type FoundSession = Awaited<
  ReturnType<InstanceType<typeof ObservingRecoveryAdapter>["restoreSession"]>
>;

/** Clients that have gone and may come back; the oldest is forgotten first. */
const maxSessions = 64;

/**
 * The recovery adapter with three cures. It forgets the oldest packets when more than `maxBytes` are
 * kept, and the oldest sessions beyond 64. And it can be stopped: socket.io-adapter 2.5 never clears
 * its own interval, which keeps 91 KiB alive for each closed server.
 *
 * @param lookEveryMs how often it looks for what is too old; each minute by default
 */
export function boundedRecoveryAdapter(maxBytes: number, lookEveryMs?: number) {
  const timers = new Set<NodeJS.Timeout>();
  class BoundedRecoveryAdapter extends ObservingRecoveryAdapter {
    #sizes: number[] = [];
    #keptBytes = 0;

    constructor(nsp: unknown) {
      const release = catchIntervals(timers, {
        everyMs: lookEveryMs,
        look: (look) => this.#look(look),
      });
      try {
        super(nsp);
      } finally {
        release();
      }
    }

    override broadcast(packet: { data?: readonly unknown[] }, options: BroadcastOptions): void {
      const before = this.#kept().length;
      try {
        super.broadcast(packet, options);
      } finally {
        // A packet is kept before it is encoded, also when it then cannot be.
        if (this.#kept().length > before) this.#grow(packet.data ?? []);
      }
    }

    override persistSession(session: KeptSession): void {
      super.persistSession(session);
      const sessions = this.#sessions();
      const oldest = sessions.keys().next();
      if (sessions.size > maxSessions && !oldest.done) sessions.delete(oldest.value);
    }

    override async restoreSession(pid: string, offset: string): Promise<FoundSession> {
      const session: FoundSession | null = await super.restoreSession(pid, offset);
      if (session) this.restores(session.data as object, session.missedPackets);
      return session as FoundSession;
    }

    /** Removes what is too old, as the library does it, and tells if that was anything. */
    #look(look: () => void): void {
      const [sessions, packets] = [this.#sessions().size, this.#kept().length];
      look();
      this.forgets(sessions - this.#sessions().size, packets - this.#kept().length);
    }

    #kept(): KeptPacket[] {
      return (this as unknown as { packets: KeptPacket[] }).packets;
    }

    #sessions(): Map<string, KeptSession> {
      return (this as unknown as { sessions: Map<string, KeptSession> }).sessions;
    }

    #grow(data: readonly unknown[]): void {
      const kept = this.#kept();
      const sizeBytes = sizeOf(data, maxBytes);
      this.#sizes.push(sizeBytes);
      this.#keptBytes += sizeBytes;
      while (this.#sizes.length > kept.length || this.#keptBytes > maxBytes) {
        if (this.#sizes.length <= kept.length) kept.shift();
        this.#keptBytes -= this.#sizes.shift() ?? 0;
      }
    }
  }
  const stop = () => {
    for (const timer of timers) clearInterval(timer);
    timers.clear();
  };
  return { adapter: BoundedRecoveryAdapter, stop };
}

/** Bytes of a packet as JSON. One that cannot be encoded counts as all there is room for. */
function sizeOf(data: readonly unknown[], maxBytes: number): number {
  try {
    return Buffer.byteLength(JSON.stringify(data));
  } catch {
    return maxBytes + 1;
  }
}

/** What is made of the intervals that are caught. */
interface Looking {
  everyMs: number | undefined;
  look(look: () => void): void;
}

/** Collects the intervals that are started until the returned function is called. */
function catchIntervals(timers: Set<NodeJS.Timeout>, { everyMs, look }: Looking): () => void {
  const original = globalThis.setInterval;
  globalThis.setInterval = ((callback: () => void, delayMs: number) => {
    const timer = original(() => look(callback), everyMs ?? delayMs);
    timers.add(timer);
    return timer;
  }) as typeof original;
  return () => {
    globalThis.setInterval = original;
  };
}
