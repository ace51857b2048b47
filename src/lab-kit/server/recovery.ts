import type { BroadcastOptions } from "socket.io-adapter";
import { ObservingRecoveryAdapter } from "./observing-adapter.ts";

interface KeptPacket {
  data: readonly unknown[];
}

/**
 * The recovery adapter with two cures. It forgets the oldest packets when more than `maxBytes` are
 * kept. And it can be stopped: socket.io-adapter 2.5 never clears its own interval, which keeps
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
      super.broadcast(packet, options);
      if (this.#kept().length > before) this.#grow(packet.data ?? []);
    }

    #kept(): KeptPacket[] {
      return (this as unknown as { packets: KeptPacket[] }).packets;
    }

    #grow(data: readonly unknown[]): void {
      const kept = this.#kept();
      const sizeBytes = Buffer.byteLength(JSON.stringify(data));
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
