import { seededRandom } from "#lib/seeded-random.ts";
import type { RelaySettings } from "./model.ts";

/** What the relay does to one datagram. */
export interface RelayPlan {
  isLost: boolean;
  /** One for each copy that is handed on. */
  delaysMs: number[];
}

/** Decided by the number and the seed alone, whenever the datagram comes. */
export function relayPlan(relay: RelaySettings, number: number): RelayPlan {
  const { lossPercent, doublePercent, delayMs, spreadMs, seed } = relay;
  const random = seededRandom(seed * 1000 + number);
  const [loss, double, first, second] = [random(), random(), random(), random()];
  if (loss * 100 < lossPercent) return { isLost: true, delaysMs: [] };
  const copies = double * 100 < doublePercent ? [first, second] : [first];
  return { isLost: false, delaysMs: copies.map((each) => Math.round(delayMs + each * spreadMs)) };
}
