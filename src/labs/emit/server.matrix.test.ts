import { describe, expect, it } from "vitest";
import { pageCallIds, type Settings, usesNamespace } from "./model.ts";
import type { Calls } from "./server.ts";
import { actingCalls, handlerCalls } from "./server-calls.ts";
import { compareAll, compareUntilWrong } from "./testing/compare-all.ts";
import { broken, brokenInNamespaces } from "./testing/mutations.ts";
import { seeded } from "./testing/seeded.ts";
import {
  everyPair,
  everything,
  inEveryNamespace,
  type Line,
  linesOfAnn,
  linesOfServer,
  oneOf,
  statesInNamespaces,
  withFreshSender,
  withoutNamespaces,
} from "./testing/states.ts";

const calls: Calls = { handler: handlerCalls, acting: actingCalls };
const none = { rule: [], explained: [], reasons: [] };
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const waitMs = 120_000;
/** The long tests take all of what a plain run takes a part of. */
const isLong = process.env.WIREBOOK_LONG === "1";
const partOf = (all: readonly Settings[]) => (isLong ? all : oneOf(4, all, seeded(seed)));
const compareBroken = isLong ? compareAll : compareUntilWrong;

/** The other calls of a page, with the lines that make a difference to them. */
const asking = linesOfAnn(["ack", "timeout", "volatile"]).filter(({ serverCall }) =>
  ["nothing", "reply", "of-emit"].includes(serverCall),
);
const ofNamespaces = (lines: Line[]) =>
  lines.filter(({ serverCall }) => serverCall === "broadcast" || usesNamespace(serverCall));

describe("rule, stated reasons and clients agree", () => {
  it(`for lines of the server in states of the clients (SEED=${seed})`, {
    timeout: waitMs,
  }, async () => {
    const all = everything(withoutNamespaces([...linesOfAnn(["emit"]), ...linesOfServer()]));
    const { runs, ...found } = await compareAll(calls, partOf(all));
    console.log(`emit lab: ${runs} of ${all.length} runs compared, SEED=${seed}`);
    expect(found).toEqual(none);
  });

  it(`for every pair of values with every page call (SEED=${seed})`, {
    timeout: waitMs,
  }, async () => {
    const { runs, ...found } = await compareAll(
      calls,
      everyPair(withoutNamespaces(linesOfAnn(pageCallIds)), seeded(seed)),
    );
    console.log(`emit lab: ${runs} runs compared, SEED=${seed}`);
    expect(found).toEqual(none);
  });

  it(`for pairs of values in every namespace (SEED=${seed})`, {
    timeout: waitMs,
  }, async () => {
    const lines = [...linesOfAnn(["emit"]), ...asking, ...linesOfServer()];
    const all = everyPair(inEveryNamespace(lines), seeded(seed), statesInNamespaces);
    const { runs, ...found } = await compareAll(calls, partOf(all));
    console.log(`emit lab: ${runs} of ${all.length} runs in namespaces compared, SEED=${seed}`);
    expect(found).toEqual(none);
  });
});

describe("rule, stated reasons and clients agree on a client that connects in the run", () => {
  it(`in every namespace, and in one session (SEED=${seed})`, { timeout: waitMs }, async () => {
    const lines = inEveryNamespace(ofNamespaces(linesOfAnn(["emit"])));
    const all = withFreshSender(everyPair(lines, seeded(seed), statesInNamespaces));
    const { runs, ...found } = await compareAll(calls, partOf(all));
    console.log(`emit lab: ${runs} of ${all.length} runs with a fresh client, SEED=${seed}`);
    expect(found).toEqual(none);
  });
});

describe("a broken line of the server", () => {
  it.each(Object.entries(broken))("is found: %s", { timeout: waitMs }, async (_, change) => {
    const all = everyPair(
      withoutNamespaces([...linesOfAnn(["emit", "ack"]), ...linesOfServer()]),
      seeded(seed),
    );
    const found = await compareBroken(change(calls), all);
    expect(found.rule).not.toEqual([]);
    // What is observed stays true, whatever the server does.
    expect(found.explained).toEqual([]);
  });
});

describe("a broken line about namespaces", () => {
  it.each(Object.entries(brokenInNamespaces))(
    "is found: %s",
    { timeout: waitMs },
    async (_, change) => {
      const lines = inEveryNamespace([...ofNamespaces(linesOfAnn(["emit"])), ...linesOfServer()]);
      const all = everyPair(lines, seeded(seed), statesInNamespaces);
      const found = await compareBroken(change(calls), all);
      expect(found.rule).not.toEqual([]);
      expect(found.explained).toEqual([]);
    },
  );
});
