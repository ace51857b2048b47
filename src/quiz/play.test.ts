import { describe, expect, it } from "vitest";
import type { Item } from "./item.ts";
import { sampleChoice, sampleMulti, samplePredict } from "./items.fixture.ts";
import { kindOf } from "./kinds.ts";
import type { RunKey } from "./lab-run.ts";
import { type Action, freshPlay, nextPlay, type Play, visibleParts } from "./play.ts";
import { buttonLabel, statusOf } from "./status.ts";

const atIso = "2026-11-23T09:00:00.000Z";
const answer = (...ids: string[]): Action => ({ type: "answer", answer: ids });
const sure: Action = { type: "confidence", confidence: "sure" };
const check: Action = { type: "check", atIso };
const again: Action = { type: "again" };
const ran = (...key: string[]): Action => ({
  type: "run",
  run: { key, provenance: "observed" } satisfies RunKey,
  atIso,
});

const playOf = (item: Item, ...actions: Action[]): Play =>
  actions.reduce((play, action) => nextPlay(kindOf(item), item, play, action), freshPlay);
const textOf = (item: Item, play: Play) => statusOf(kindOf(item), play).text;

describe("a choice", () => {
  it("is not yet answered without an option, and that is no try", () => {
    const play = playOf(sampleChoice, sure, check);
    expect(textOf(sampleChoice, play)).toBe("Not yet: choose one option.");
    expect(play).toMatchObject({ phase: "open", wrongTries: 0, tries: [] });
  });

  it("asks how sure the reader is before it marks anything", () => {
    const play = playOf(sampleChoice, answer("server"), check);
    expect(textOf(sampleChoice, play)).toBe("Not yet: say how sure you are.");
    expect(play.marked).toBeUndefined();
  });

  it("ends when right, and keeps the try with its confidence", () => {
    const play = playOf(sampleChoice, answer("server"), sure, check);
    expect(play.phase).toBe("ended");
    expect(visibleParts(play)).toEqual({ server: "right" });
    expect(play.tries).toEqual([{ atIso, right: true, confidence: "sure", chosen: ["server"] }]);
  });

  it("marks only the chosen option when wrong once", () => {
    const play = playOf(sampleChoice, answer("others"), sure, check);
    expect(play.phase).toBe("open");
    expect(visibleParts(play)).toEqual({ others: "wrong" });
  });

  it("shows the key when wrong twice", () => {
    const play = playOf(
      sampleChoice,
      ...[answer("others"), sure, check],
      ...[answer("everybody"), check],
    );
    expect(play.phase).toBe("ended");
    expect(visibleParts(play)).toEqual({ everybody: "wrong", server: "missed" });
    expect(play.tries.map((each) => each.right)).toEqual([false, false]);
  });

  it("does not spend the second try on the answer that was just refuted", () => {
    const play = playOf(sampleChoice, answer("others"), sure, check, check);
    expect(play).toMatchObject({ phase: "open", wrongTries: 1 });
    expect(textOf(sampleChoice, play)).toContain("Not yet: you have tried that");
  });

  it("gives no more hints than there are", () => {
    const hint: Action = { type: "hint" };
    expect(playOf(sampleChoice, hint, hint, hint).hintsShown).toBe(2);
  });

  it("starts anew after the end and keeps the tries", () => {
    const play = playOf(sampleChoice, answer("server"), sure, check, again);
    expect(play).toMatchObject({ phase: "open", answer: [], wrongTries: 0 });
    expect(play.confidence).toBeUndefined();
    expect(play.tries).toHaveLength(1);
  });

  it("takes no answer after the end", () => {
    const ended = playOf(sampleChoice, answer("server"), sure, check);
    const touched = nextPlay(kindOf(sampleChoice), sampleChoice, ended, answer("others"));
    expect(touched).toBe(ended);
  });
});

describe("a multi", () => {
  it("says how many, and is not yet answered with fewer or more", () => {
    expect(kindOf(sampleMulti).task(sampleMulti)).toBe("Choose 2.");
    expect(textOf(sampleMulti, playOf(sampleMulti, answer("a"), sure, check))).toBe(
      "Not yet: choose 2 options; you have 1.",
    );
    expect(playOf(sampleMulti, answer("a", "b", "c"), sure, check).tries).toEqual([]);
  });

  it("marks each chosen option when wrong once, and no other", () => {
    const play = playOf(sampleMulti, answer("a", "c"), sure, check);
    expect(visibleParts(play)).toEqual({ a: "right", c: "wrong" });
    expect(textOf(sampleMulti, play)).toContain("Not right: 1 of your 2 is.");
  });

  it("shows the key when wrong twice", () => {
    const play = playOf(
      sampleMulti,
      ...[answer("a", "c"), sure, check],
      ...[answer("c", "d"), check],
    );
    expect(play.phase).toBe("ended");
    expect(visibleParts(play)).toEqual({ a: "missed", b: "missed", c: "wrong", d: "wrong" });
  });

  it("is right whatever the order of ticking", () => {
    expect(playOf(sampleMulti, answer("b", "a"), sure, check).tries[0]?.right).toBe(true);
  });

  it("sees the same answer in another order as the same", () => {
    const play = playOf(sampleMulti, answer("a", "c"), sure, check, answer("c", "a"), check);
    expect(play.wrongTries).toBe(1);
  });
});

describe("a predict", () => {
  const predicted = [answer("Bob", "Cem"), sure, check];

  it("asks for ticks first", () => {
    expect(textOf(samplePredict, freshPlay)).toBe("Tick, then run the lab.");
    expect(textOf(samplePredict, playOf(samplePredict, sure, check))).toBe(
      "Not yet: tick what you expect.",
    );
  });

  it("waits for the run after the answer, and leads to the lab", () => {
    const play = playOf(samplePredict, ...predicted);
    expect(play).toMatchObject({ phase: "waiting", tries: [] });
    expect(statusOf(kindOf(samplePredict), play)).toMatchObject({
      text: "Noted. Now run it:",
      leadsToLab: true,
    });
  });

  it("is right when the run after it agrees, and says that it was observed", () => {
    const play = playOf(samplePredict, ...predicted, ran("Bob", "Cem"));
    expect(play.phase).toBe("ended");
    expect(textOf(samplePredict, play)).toContain(
      "The run agrees with you. This run was observed.",
    );
  });

  it("shows the run's key after one wrong try", () => {
    const play = playOf(samplePredict, ...predicted, ran("Ann", "Bob"));
    expect(play.phase).toBe("ended");
    expect(visibleParts(play)).toEqual({ Ann: "missed", Bob: "right", Cem: "wrong" });
  });

  it("reveals nothing of a run before the answer, and counts it once the answer is given", () => {
    const before = playOf(samplePredict, ran("Bob", "Cem"));
    expect(visibleParts(before)).toEqual({});
    expect(textOf(samplePredict, before)).not.toMatch(/Bob|Cem/);
    expect(buttonLabel(kindOf(samplePredict), before)).toBe("Compare with the run");
    expect(playOf(samplePredict, ran("Bob", "Cem"), ...predicted).tries[0]?.right).toBe(true);
  });

  it("counts the last of several runs before the answer", () => {
    const play = playOf(samplePredict, ran("Ann"), ran("Bob", "Cem"), ...predicted);
    expect(play.tries[0]?.right).toBe(true);
  });

  it("goes back to open when the prediction changes while it waits", () => {
    const play = playOf(samplePredict, ...predicted, answer("Ann"), ran("Bob", "Cem"));
    expect(play).toMatchObject({ phase: "open", tries: [] });
  });

  it("says recorded of a recording", () => {
    const run: RunKey = { key: ["Bob", "Cem"], provenance: "recorded" };
    const play = playOf(samplePredict, ...predicted, { type: "run", run, atIso });
    expect(textOf(samplePredict, play)).toContain("This run was recorded.");
  });

  it("wants a new run after the end, and can be wrong a second time", () => {
    const once = [...predicted, ran("Ann"), again];
    expect(playOf(samplePredict, ...once, ...predicted).phase).toBe("waiting");
    const twice = playOf(samplePredict, ...once, ...predicted, ran("Ann"));
    expect(twice.tries.map((each) => each.right)).toEqual([false, false]);
  });

  it("says so when a run cannot be held against it", () => {
    const play = playOf(samplePredict, ...predicted, { type: "unreadable-run" });
    expect(textOf(samplePredict, play)).toContain("could not be held against this question");
  });
});
