import { relayName } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

/** One datagram, or a copy of it, on its way. Times in ms since the first was sent. */
export interface Flight {
  number: number;
  fromMs: number;
  /** When it came, or where it ended. */
  toMs: number;
  /** The relay threw it away. */
  isLost: boolean;
}

/** The flights of a run and what they need to be drawn. */
export interface Flights {
  flights: Flight[];
  hasRelay: boolean;
  endMs: number;
}

/** More than this would be a thicket. */
const mostFlights = 60;

/** The datagrams of a run that were sent with pauses; `undefined` where there is nothing to see. */
export function flightsOf({ observations }: SeenRun): Flights | undefined {
  const sentMs = new Map<number, number>();
  const flights: Flight[] = [];
  for (const seen of observations) {
    if (seen.what === "numbered-out" && seen.over === "udp" && !seen.error)
      for (const number of seen.numbers) sentMs.set(number, seen.atMs);
  }
  const startMs = Math.min(...sentMs.values());
  const add = (number: number, atMs: number, isLost: boolean): void => {
    const fromMs = sentMs.get(number);
    if (fromMs === undefined) return;
    flights.push({ number, fromMs: fromMs - startMs, toMs: atMs - startMs, isLost });
  };
  for (const seen of observations) {
    if (seen.what === "numbered-in" && seen.over === "udp")
      for (const number of seen.numbers) add(number, seen.atMs, false);
    if (seen.what === "relayed" && seen.how === "lost") add(seen.number, seen.atMs, true);
  }
  const isPaced = new Set(sentMs.values()).size > 2;
  if (!isPaced || flights.length === 0 || flights.length > mostFlights) return undefined;
  const hasRelay = observations.some(({ where }) => where === relayName);
  return { flights, hasRelay, endMs: Math.max(...flights.map(({ toMs }) => toMs)) };
}

/** Moves heights apart so that labels do not cover each other, in their order. */
export function apart(heights: readonly number[], leastPx: number): number[] {
  const order = heights.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y);
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, index } of order) {
    last = Math.max(y, last + leastPx);
    placed[index] = last;
  }
  return placed;
}
