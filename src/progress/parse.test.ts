import { describe, expect, it } from "vitest";
import { exportProgress, importProgress } from "./exchange.ts";
import { noProgress } from "./format.ts";
import { migrate } from "./migrations.ts";
import { parseProgress } from "./parse.ts";
import { progressOf, tryAt } from "./progress.fixture.ts";

const damaged = { ok: false, failure: "damaged" };

describe("reading progress", () => {
  it("refuses what is no progress", () => {
    const item = { hash: "h1", tries: [tryAt(1)] };
    const badTries = [
      { ...tryAt(1), atIso: "yesterday" },
      { ...tryAt(1), confidence: "very" },
      { ...tryAt(1), right: "yes" },
      { ...tryAt(1), chosen: [1] },
    ];
    const texts = [
      "",
      "{",
      "null",
      "[]",
      JSON.stringify({ items: {} }),
      JSON.stringify({ format: 1 }),
      JSON.stringify({ format: 0, items: {} }),
      JSON.stringify({ format: 1, items: { "item-a": { tries: [] } } }),
      JSON.stringify({ format: 1, items: { "no such id": item } }),
      `{"format":1,"items":{"__proto__":${JSON.stringify(item)}}}`,
      ...badTries.map((bad) =>
        JSON.stringify({ format: 1, items: { a: { hash: "h", tries: [bad] } } }),
      ),
    ];
    for (const text of texts) expect(parseProgress(text), text).toEqual(damaged);
  });

  it("tells a newer format from a damaged one", () => {
    expect(parseProgress('{"format":2,"entries":[]}')).toEqual({ ok: false, failure: "newer" });
  });
});

describe("migrating", () => {
  const steps = {
    1: (old: object) => ({ ...old, second: true }),
    2: (old: object) => ({ ...old, third: true }),
  };

  it("takes each step from the stored format to the current one", () => {
    expect(migrate({ format: 1 }, steps, 3)).toEqual({
      ok: true,
      value: { format: 3, second: true, third: true },
    });
    expect(migrate({ format: 2 }, steps, 3)).toEqual({
      ok: true,
      value: { format: 3, third: true },
    });
  });

  it("refuses a format from which no step leads on", () => {
    expect(migrate({ format: 0 }, steps, 3)).toEqual(damaged);
  });
});

describe("export and import", () => {
  const here = progressOf("h1", tryAt(1));
  const there = progressOf("h1", tryAt(2, true));

  it("merges a file into what is here", () => {
    expect(importProgress(here, exportProgress(there))).toEqual({
      ok: true,
      value: progressOf("h1", tryAt(1), tryAt(2, true)),
    });
  });

  it("gives back what was exported", () => {
    expect(importProgress(noProgress, exportProgress(here))).toEqual({ ok: true, value: here });
  });

  it("refuses a file that is no progress", () => {
    expect(importProgress(here, "hello")).toEqual(damaged);
  });
});
