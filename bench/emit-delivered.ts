import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import { percentile } from "./statistics.ts";
import type { Trio } from "./trio.ts";

/** Times of one server. */
export interface Delivery {
  p50Ms: number;
  p99Ms: number;
}

/** How often, and how long a reader waits between two emits. */
export interface Emits {
  count: number;
  pauseMs: number;
}

/** The first client emits; each figure is the time until all three have it, in ms. */
export async function timeEmits(trio: Trio, { count, pauseMs }: Emits): Promise<number[]> {
  const times: number[] = [];
  for (let emitted = 0; emitted < count; emitted += 1) {
    const delivered = Promise.all(trio.clients.map(arrival));
    const startMs = performance.now();
    trio.clients[0]?.emit("news", { text: "hello" });
    await delivered;
    times.push(performance.now() - startMs);
    if (pauseMs > 0) await wait(pauseMs);
  }
  await trio.observed(count);
  return times;
}

/** The median and the slowest hundredth. */
export const deliveryOf = (timesMs: readonly number[]): Delivery => ({
  p50Ms: percentile(timesMs, 0.5),
  p99Ms: percentile(timesMs, 0.99),
});

const arrival = (client: Socket): Promise<void> =>
  new Promise((resolve) => {
    client.once("news", () => resolve());
  });
