import type { ClockName, Clocks, Fact, Observation } from "#lab-kit/observation.ts";

/** The page's clock is 1000 ms behind the server's, give or take 0.3 ms. */
export const fixtureClocks: Clocks = { page: { offsetMs: 1000, errorMs: 0.3 } };

/** One row of a made-up run: when on the server's clock, where, what. */
export type FixtureRow = [serverMs: number, where: string, fact: Fact];

const observed = ([atMs, where, fact]: FixtureRow, seq: number): Observation => {
  const clock: ClockName = where === "server" ? "server" : "page";
  return { ...fact, seq, atMs: clock === "server" ? atMs : atMs - 1000, clock, where };
};

/** Makes observations from rows: the server's on its own clock, all others on the page's. */
export const runOf = (rows: readonly FixtureRow[]): Observation[] => rows.map(observed);

/** A broadcast as the server's send hook tells it. */
export const written = (event: string, recipients: string[]): Fact => ({
  what: "written",
  event,
  write: { recipients, kind: "broadcast", rooms: [], except: [], memberships: {} },
});

/** Ann emits at 5000 ms; the server sends it to Bob, who listens. */
export const broadcastRun: FixtureRow[] = [
  [5000, "Ann", { what: "emitted", event: "news" }],
  [5000, "Ann", { what: "sent", event: "news" }],
  [5001.4, "server", { what: "received", event: "news", from: "Ann", wantsAck: false }],
  [5001.6, "server", written("news", ["Bob"])],
  [5001.7, "server", { what: "returned", event: "news" }],
  [5002.6, "Bob", { what: "arrived", event: "news" }],
  [5002.6, "Bob", { what: "handled", event: "news" }],
];
