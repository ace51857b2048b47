import { expect, it } from "vitest";
import type { LabRun } from "./lab-run.ts";
import { createRunMemory } from "./run-memory.ts";

const run = (preset?: string): LabRun =>
  preset === undefined
    ? { lab: "emit", observations: [] }
    : { lab: "emit", preset, observations: [] };
const eventOf = (detail: unknown) => new CustomEvent("lab:run", { detail });

const setUp = () => {
  const target = new EventTarget();
  const memory = createRunMemory();
  memory.listenOn(target);
  const heard: LabRun[] = [];
  const stop = () => memory.follow("emit", "ack", (each) => heard.push(each));
  return { target, memory, heard, follow: stop };
};

it("tells the last run from before, and later ones", () => {
  const { target, heard, follow } = setUp();
  const [first, second, third] = [run("ack"), run("ack"), run("ack")];
  target.dispatchEvent(eventOf(first));
  target.dispatchEvent(eventOf(second));
  follow();
  target.dispatchEvent(eventOf(third));
  expect(heard).toEqual([second, third]);
  expect(heard[0]).toBe(second);
});

it("tells nothing of another preset, of changed settings, or of other events", () => {
  const { target, heard, follow } = setUp();
  follow();
  for (const detail of [run("broadcast"), run(), null, "ack"])
    target.dispatchEvent(eventOf(detail));
  expect(heard).toEqual([]);
});

it("tells a run once although it was asked to listen twice, and nothing after the stop", () => {
  const { target, memory, heard, follow } = setUp();
  memory.listenOn(target);
  const stop = follow();
  target.dispatchEvent(eventOf(run("ack")));
  stop();
  target.dispatchEvent(eventOf(run("ack")));
  expect(heard).toHaveLength(1);
});
