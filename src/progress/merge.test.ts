import { expect, it } from "vitest";
import { maxTries, noProgress } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { progressOf, tryAt } from "./progress.fixture.ts";
import { thinned, triesOf, withTry } from "./tries.ts";

it("keeps the tries of both, each once, in the order of time", () => {
  const one = progressOf("h1", tryAt(1), tryAt(3));
  const other = progressOf("h1", tryAt(2), tryAt(3));
  expect(mergeProgress(one, other)).toEqual(progressOf("h1", tryAt(1), tryAt(2), tryAt(3)));
});

it("does not depend on which copy comes first", () => {
  const one = progressOf("h1", tryAt(1), tryAt(3));
  const other = progressOf("h2", tryAt(2));
  expect(mergeProgress(one, other)).toEqual(mergeProgress(other, one));
});

it("takes the later key where the hashes differ", () => {
  const merged = mergeProgress(progressOf("old", tryAt(1)), progressOf("new", tryAt(2)));
  expect(merged).toEqual(progressOf("new", tryAt(2)));
});

it("keeps items that only one copy has", () => {
  expect(mergeProgress(noProgress, progressOf("h1", tryAt(1)))).toEqual(progressOf("h1", tryAt(1)));
});

it("drops tries at another key when a new one comes", () => {
  const progress = withTry(progressOf("old", tryAt(1)), "item-a", "new", tryAt(2));
  expect(triesOf(progress, "item-a", "new")).toEqual([tryAt(2)]);
  expect(triesOf(progress, "item-a", "old")).toEqual([]);
});

it("keeps the newest tries only", () => {
  let progress = noProgress;
  for (let minute = 0; minute < maxTries + 5; minute += 1) {
    progress = withTry(progress, "item-a", "h1", tryAt(minute));
  }
  const tries = triesOf(progress, "item-a", "h1");
  expect(tries).toHaveLength(maxTries);
  expect(tries.at(-1)).toEqual(tryAt(maxTries + 4));
});

it("keeps the first try of each date longer than repetitions within one", () => {
  const onDate = (date: number, minute: number) => ({
    ...tryAt(minute),
    atIso: `2026-11-${String(date).padStart(2, "0")}T09:${String(minute).padStart(2, "0")}:00.000Z`,
  });
  const dates = [3, 9, 15].map((date) => onDate(date, 0));
  const repeated = Array.from({ length: 40 }, (_, minute) => onDate(20, minute));
  const kept = thinned([...dates, ...repeated]);
  expect(kept).toHaveLength(maxTries);
  expect(kept.slice(0, 4)).toEqual([...dates, onDate(20, 0)]);
  expect(kept.at(-1)).toEqual(onDate(20, 39));
  const yearly = Array.from({ length: 40 }, (_, year) => ({
    ...tryAt(0),
    atIso: `${2000 + year}-11-23T09:00:00.000Z`,
  }));
  expect(thinned(yearly)).toEqual(yearly.slice(-maxTries));
});
