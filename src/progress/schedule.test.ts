import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/seeded-random.ts";
import { type DayResult, dayResults } from "./day-results.ts";
import { confidences } from "./format.ts";
import { quickDueDay } from "./quick-due.ts";
import { dueDayOf, gradeOf } from "./schedule.ts";

const utcDayOf = (atMs: number) => Math.floor(atMs / 86_400_000);

const result = (day: number, right: boolean, confidence: DayResult["confidence"]): DayResult => ({
  day,
  right,
  confidence,
});

describe("the day an item comes back", () => {
  it("is tomorrow after a wrong answer, however sure the reader was", () => {
    for (const confidence of confidences)
      expect(dueDayOf([result(100, false, confidence)])).toBe(101);
  });

  it("is later, the surer a right answer was", () => {
    const due = confidences.map((confidence) => dueDayOf([result(100, true, confidence)]));
    expect(due).toEqual([101, 102, 108]);
  });

  it("moves away with each right answer, and near after a wrong one", () => {
    const results = [result(100, true, "fairly")];
    const intervals = [];
    for (let review = 0; review < 4; review += 1) {
      const day = dueDayOf(results) ?? 0;
      intervals.push(day - (results.at(-1)?.day ?? 0));
      results.push(result(day, true, "fairly"));
    }
    expect(intervals).toEqual(intervals.toSorted((one, other) => one - other));
    expect(new Set(intervals).size).toBe(4);
    const last = dueDayOf(results) ?? 0;
    const missed = [...results, result(last, false, "sure")];
    expect((dueDayOf(missed) ?? 0) - last).toBeLessThan(intervals[2] ?? 0);
  });

  it("is never more than half a year away", () => {
    const results = [result(0, true, "sure")];
    for (let review = 0; review < 12; review += 1) {
      results.push(result(dueDayOf(results) ?? 0, true, "sure"));
    }
    expect((dueDayOf(results) ?? 0) - (results.at(-1)?.day ?? 0)).toBe(180);
  });

  it("is none before the first answer", () => {
    expect(dueDayOf([])).toBeUndefined();
    expect(quickDueDay([])).toBeUndefined();
  });

  it("grades by FSRS's scale, again to easy", () => {
    const of = (right: boolean) => confidences.map((each) => gradeOf(result(0, right, each)));
    expect([of(false), of(true)]).toEqual([
      [1, 1, 1],
      [2, 3, 4],
    ]);
  });
});

describe("the quick rule", () => {
  it("agrees with the scheduler after one day of tries", () => {
    for (const right of [true, false]) {
      for (const confidence of confidences) {
        const results = [result(20_000, right, confidence)];
        expect(quickDueDay(results)).toBe(dueDayOf(results));
      }
    }
  });

  const seed = Number(process.env.SEED ?? 20_261_126);
  it(`is never later than the scheduler, whatever happened (SEED=${seed})`, () => {
    const random = seededRandom(seed);
    const pick = <Each>(of: readonly Each[]): Each => of[Math.floor(random() * of.length)] as Each;
    for (let history = 0; history < 5000; history += 1) {
      let day = 20_000;
      const results = Array.from({ length: 1 + Math.floor(random() * 12) }, () => {
        day += 1 + Math.floor(random() ** 4 * 300);
        return result(day, random() < 0.7, pick(confidences));
      });
      const [quick = 0, exact = 0] = [quickDueDay(results), dueDayOf(results)];
      expect(quick, JSON.stringify(results)).toBeLessThanOrEqual(exact);
      expect(quick).toBeGreaterThan(results.at(-1)?.day ?? 0);
    }
  });
});

describe("results by day", () => {
  const at = (atIso: string, right: boolean) => ({
    atIso,
    right,
    confidence: "sure" as const,
    chosen: [],
  });
  const monday = utcDayOf(Date.parse("2026-11-23T12:00:00Z"));

  it("are the first try of each day, in the order of days", () => {
    const tries = [
      at("2026-11-24T08:00:00Z", true),
      at("2026-11-23T09:00:00Z", false),
      at("2026-11-23T09:01:00Z", true),
    ];
    expect(dayResults(tries, utcDayOf, monday + 9)).toEqual([
      { day: monday, right: false, confidence: "sure" },
      { day: monday + 1, right: true, confidence: "sure" },
    ]);
  });

  it("leave out a day that has not come", () => {
    const tries = [at("2026-11-23T09:00:00Z", true), at("2031-01-01T00:00:00Z", true)];
    expect(dayResults(tries, utcDayOf, monday)).toHaveLength(1);
  });
});
