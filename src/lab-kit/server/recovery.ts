import type { BroadcastOptions } from "socket.io-adapter";
import { ObservingRecoveryAdapter } from "./observing-adapter.ts";

interface KeptPacket {
  data: readonly unknown[];
}

/** What the adapter keeps of a client that has gone; `SessionToPersist` of socket.io-adapter. */
type KeptSession = Parameters<InstanceType<typeof ObservingRecoveryAdapter>["persistSession"]>[0];

/** Clients that have gone and may come back; the oldest is forgotten first. */
const maxSessions = 64;

/**
 * The recovery adapter with three cures. It forgets the oldest packets when more than `maxBytes` are
 * kept, and the oldest sessions beyond 64. And it can be stopped: socket.io-adapter 2.5 never clears its own interval, which keeps
 * 91 KiB alive for each closed server.
 */
export function boundedRecoveryAdapter(maxBytes: number) {
  const timers = new Set<NodeJS.Timeout>();
  class BoundedRecoveryAdapter extends ObservingRecoveryAdapter {
    #sizes: number[] = [];
    #keptBytes = 0;

    constructor(nsp: unknown) {
      const release = catchIntervals(timers);
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
      const { sessions } = this as unknown as { sessions: Map<string, KeptSession> };
      const oldest = sessions.keys().next();
      if (sessions.size > maxSessions && !oldest.done) sessions.delete(oldest.value);
    }

    #kept(): KeptPacket[] {
      return (this as unknown as { packets: KeptPacket[] }).packets;
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

/** Collects the intervals that are started until the returned function is called. */
function catchIntervals(timers: Set<NodeJS.Timeout>): () => void {
  const original = globalThis.setInterval;
  globalThis.setInterval = ((...args: Parameters<typeof original>) => {
    const timer = original(...args);
    timers.add(timer);
    return timer;
  }) as typeof original;
  return () => {
    globalThis.setInterval = original;
  };
}
