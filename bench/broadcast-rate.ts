import { heard } from "./heard.ts";
import type { Trio } from "./trio.ts";

/** Broadcasts of the server in a second, until all three clients have the last one. */
export async function broadcastRate(trio: Trio, count: number): Promise<number> {
  const ended = Promise.all(trio.clients.map((client) => heard(client, "end")));
  const startMs = performance.now();
  trio.broadcast(count);
  await ended;
  const tookMs = performance.now() - startMs;
  await trio.observed(count + 1);
  return (count / tookMs) * 1000;
}
