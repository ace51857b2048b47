import { expect, it } from "vitest";
import type { BankLesson } from "./bank.ts";
import { noProgress, type Progress } from "./format.ts";
import { lessonStanding, objectiveState } from "./objectives.ts";
import { tryAt } from "./progress.fixture.ts";

const item = (id: string, objective: string) => ({ id, hash: "h", objective, kind: "choice" });
const lesson: BankLesson = {
  slug: "tcp",
  title: "TCP",
  objectives: ["framing", "loss"],
  items: [item("a", "framing"), item("b", "framing"), item("c", "framing"), item("d", "loss")],
};

const answered = (answers: Record<string, boolean[]>): Progress => ({
  ...noProgress,
  items: Object.fromEntries(
    Object.entries(answers).map(([id, rights]) => [
      id,
      { hash: "h", tries: rights.map((right, minute) => tryAt(minute, right)) },
    ]),
  ),
});

it("an objective is met by two right answers, or by all if there are fewer", () => {
  const stateAfter = (answers: Record<string, boolean[]>) =>
    objectiveState(lesson, "framing", answered(answers));
  expect(stateAfter({})).toBe("open");
  expect(stateAfter({ a: [false] })).toBe("begun");
  expect(stateAfter({ a: [true] })).toBe("begun");
  expect(stateAfter({ a: [true], b: [false, true] })).toBe("met");
  expect(objectiveState(lesson, "loss", answered({ d: [true] }))).toBe("met");
});

it("an objective is open again after a wrong answer", () => {
  const progress = answered({ a: [true], b: [true], c: [true, false] });
  expect(objectiveState(lesson, "framing", progress)).toBe("begun");
});

it("an answer to a question that has changed since does not count", () => {
  const progress = answered({ d: [true] });
  const changed = { ...lesson, items: [{ ...item("d", "loss"), hash: "new" }] };
  expect(objectiveState(changed, "loss", progress)).toBe("open");
});

it("a lesson stands by its objectives", () => {
  expect(lessonStanding(lesson, noProgress)).toEqual({
    metCount: 0,
    objectiveCount: 2,
    isBegun: false,
  });
  expect(lessonStanding(lesson, answered({ d: [true], a: [true] }))).toEqual({
    metCount: 1,
    objectiveCount: 2,
    isBegun: true,
  });
});
