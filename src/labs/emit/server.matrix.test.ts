import { describe, expect, it } from "vitest";
import { pageCallIds } from "./model.ts";
import type { Calls } from "./server.ts";
import { actingCalls, handlerCalls } from "./server-calls.ts";
import { compareAll } from "./testing/compare-all.ts";
import { broken } from "./testing/mutations.ts";
import { seeded } from "./testing/seeded.ts";
import { everyPair, everything, linesOfAnn, linesOfServer } from "./testing/states.ts";

const calls: Calls = { handler: handlerCalls, acting: actingCalls };
const none = { rule: [], explained: [], reasons: [] };
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const waitMs = 60_000;

describe("rule, stated reasons and clients agree", () => {
  it("for every line of the server and every state of the clients", {
    timeout: waitMs,
  }, async () => {
    const all = everything([...linesOfAnn(["emit"]), ...linesOfServer()]);
    const { runs, ...found } = await compareAll(calls, all);
    console.log(`emit lab: ${runs} runs compared`);
    expect(found).toEqual(none);
  });

  it(`for every pair of values with every page call (SEED=${seed})`, {
    timeout: waitMs,
  }, async () => {
    const { runs, ...found } = await compareAll(
      calls,
      everyPair(linesOfAnn(pageCallIds), seeded(seed)),
    );
    console.log(`emit lab: ${runs} runs compared, SEED=${seed}`);
    expect(found).toEqual(none);
  });
});

describe("a broken line of the server", () => {
  it.each(Object.entries(broken))("is found: %s", { timeout: waitMs }, async (_, change) => {
    const all = everyPair([...linesOfAnn(["emit", "ack"]), ...linesOfServer()], seeded(seed));
    const found = await compareAll(change(calls), all);
    expect(found.rule).not.toEqual([]);
    // What is observed stays true, whatever the server does.
    expect(found.explained).toEqual([]);
  });
});
