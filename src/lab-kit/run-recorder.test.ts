import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Clocks, Observation } from "./observation.ts";
import type { Recording, Run } from "./recording.ts";
import { RunRecorder, type ShownRun } from "./run-recorder.ts";

interface Settings {
  awaits: number;
}

let seq = 0;

const fact = (what: "handled" | "arrived" = "handled"): Observation => {
  seq += 1;
  return { what, event: "news", seq, atMs: seq, clock: "page", where: "Bob" };
};

/** A recorder whose run is over when as many have handled as its settings await. */
function rig() {
  const drawn: (ShownRun<Settings> | undefined)[] = [];
  const ended: Run[] = [];
  const now = { clocks: {} as Clocks, looks: 0 };
  const recorder = new RunRecorder<Settings>({
    lab: "echo",
    clocks: () => now.clocks,
    isComplete: (observations, { awaits }) => {
      now.looks += 1;
      return observations.filter(({ what }) => what === "handled").length >= awaits;
    },
    presetOf: ({ awaits }) => (awaits === 1 ? "one" : undefined),
    draw: (run) => drawn.push(run),
    ended: (run) => ended.push(run),
  });
  return { recorder, drawn, ended, now };
}

/** Lets microtasks run, but no timer. */
const turn = () => Promise.resolve().then(() => undefined);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a run", () => {
  it("ends when it is complete, and is told once with its preset", async () => {
    const { recorder, drawn, ended } = rig();
    recorder.begin({ awaits: 1 });
    expect(recorder.isRunning).toBe(true);
    const seen = fact();
    recorder.take(seen);
    await turn();
    expect(recorder.isRunning).toBe(false);
    expect(drawn.at(-1)).toMatchObject({ stage: "done", observations: [seen] });
    const clocks = {};
    const settings = { awaits: 1 };
    expect(ended).toEqual([{ lab: "echo", preset: "one", settings, clocks, observations: [seen] }]);
  });

  it("ends when its lab says so, and then takes no other word", async () => {
    const { recorder, drawn, ended } = rig();
    recorder.begin({ awaits: 9 });
    recorder.end("stuck");
    recorder.end("done");
    expect(drawn.at(-1)?.stage).toBe("stuck");
    expect(ended).toEqual([]);
    recorder.begin({ awaits: 9 });
    recorder.end("done");
    expect(ended.length).toBe(1);
  });

  it("is looked at after the turn, so that the listener's call belongs to it", async () => {
    const { recorder, drawn } = rig();
    recorder.begin({ awaits: 1 });
    recorder.take(fact("handled"));
    recorder.take(fact("arrived"));
    await turn();
    expect(drawn.at(-1)?.observations).toHaveLength(2);
  });

  it("is drawn 60 ms after the first change, or at its end, whatever comes first", async () => {
    const { recorder, drawn } = rig();
    recorder.begin({ awaits: 2 });
    vi.advanceTimersByTime(59);
    recorder.take(fact());
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(drawn).toHaveLength(1);
    recorder.take(fact());
    await turn();
    expect(drawn).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(drawn).toHaveLength(2);
  });

  it("is stuck after six seconds, and is not told", () => {
    const { recorder, drawn, ended } = rig();
    recorder.begin({ awaits: 1 });
    vi.advanceTimersByTime(5999);
    expect(recorder.isRunning).toBe(true);
    vi.advanceTimersByTime(1);
    expect(drawn.at(-1)?.stage).toBe("stuck");
    expect(ended).toEqual([]);
  });

  it("takes what comes late, until another begins", async () => {
    const { recorder, drawn, ended } = rig();
    recorder.begin({ awaits: 1 });
    recorder.take(fact());
    await turn();
    recorder.take(fact("arrived"));
    vi.advanceTimersByTime(60);
    expect(drawn.at(-1)?.observations).toHaveLength(2);
    expect(ended).toHaveLength(1);
    recorder.begin({ awaits: 1 });
    vi.advanceTimersByTime(60);
    expect(drawn.at(-1)).toMatchObject({ stage: "running", observations: [] });
  });

  it("has the clocks as they were known when the last of it was seen", () => {
    const { recorder, drawn, now } = rig();
    recorder.begin({ awaits: 2 });
    now.clocks = { page: { offsetMs: 1, errorMs: 2 } };
    recorder.take(fact());
    now.clocks = {};
    vi.advanceTimersByTime(60);
    expect(drawn.at(-1)?.clocks).toEqual({ page: { offsetMs: 1, errorMs: 2 } });
  });

  it("that somebody else began reaches back, and no further than asked", () => {
    const { recorder, drawn } = rig();
    recorder.take(fact("arrived"));
    vi.advanceTimersByTime(200);
    const near = fact("arrived");
    recorder.take(near);
    vi.advanceTimersByTime(100);
    recorder.begin({ awaits: 1 }, 150);
    vi.advanceTimersByTime(60);
    expect(drawn.at(-1)?.observations).toEqual([near]);
  });

  it("takes a burst with one look and one drawing, and gives no list out twice", async () => {
    const { recorder, drawn, now } = rig();
    recorder.begin({ awaits: 20_001 });
    for (let count = 0; count < 20_000; count += 1) recorder.take(fact());
    await turn();
    vi.advanceTimersByTime(60);
    expect(now.looks).toBe(1);
    expect(drawn).toHaveLength(1);
    const shown = drawn[0]?.observations;
    recorder.take(fact());
    expect(shown).toHaveLength(20_000);
  });
});

describe("an interruption", () => {
  it("keeps the run, marked as from before, and adds nothing to it", () => {
    const { recorder, drawn, ended } = rig();
    recorder.begin({ awaits: 2 });
    recorder.take(fact());
    recorder.interrupt();
    expect(drawn.at(-1)).toMatchObject({ stage: "stuck", isFromBefore: true });
    recorder.take(fact());
    vi.advanceTimersByTime(10_000);
    expect(drawn.at(-1)?.observations).toHaveLength(1);
    expect(ended).toEqual([]);
  });

  it("leaves a run that was done as it is, but for the mark", async () => {
    const { recorder, drawn } = rig();
    recorder.begin({ awaits: 1 });
    recorder.take(fact());
    await turn();
    recorder.interrupt();
    expect(drawn.at(-1)).toMatchObject({ stage: "done", isFromBefore: true });
  });

  it("is nothing to a recording, and nothing before the first run", () => {
    const { recorder, drawn } = rig();
    recorder.interrupt();
    expect(drawn).toEqual([]);
    recorder.show(recordingOf([fact()]));
    recorder.interrupt();
    expect(drawn.at(-1)?.isFromBefore).toBe(false);
  });
});

const recordingOf = (observations: Observation[]): Recording => ({
  format: 1,
  recordedAt: "2026-11-23T08:00:00.000Z",
  lab: "echo",
  settings: { awaits: 1 },
  clocks: {},
  observations,
});

describe("a recording", () => {
  it("is shown as recorded, told as a run, and takes no observation", () => {
    const { recorder, drawn, ended } = rig();
    recorder.show(recordingOf([fact()]));
    recorder.take(fact());
    vi.advanceTimersByTime(1000);
    expect(drawn.at(-1)).toMatchObject({ stage: "done", isReplay: true });
    expect(drawn.at(-1)?.observations.map(({ provenance }) => provenance)).toEqual(["recorded"]);
    expect(ended).toHaveLength(1);
  });

  it("made of a run holds what was seen, and can be shown again", async () => {
    const { recorder, drawn } = rig();
    expect(recorder.recording()).toBeUndefined();
    recorder.begin({ awaits: 1 });
    const seen = fact();
    recorder.take(seen);
    await turn();
    const recording = recorder.recording();
    expect(recording).toMatchObject({
      format: 1,
      lab: "echo",
      preset: "one",
      observations: [seen],
    });
    if (recording) recorder.show(recording);
    expect(drawn.at(-1)).toMatchObject({ isReplay: true, settings: { awaits: 1 } });
  });

  it("ends a run that is under way, and its timer", () => {
    const { recorder, drawn } = rig();
    recorder.begin({ awaits: 1 });
    recorder.show(recordingOf([]));
    vi.advanceTimersByTime(10_000);
    expect(drawn.at(-1)).toMatchObject({ stage: "done", isReplay: true });
  });
});

it("forgets a run, and leaves no timer behind", () => {
  const { recorder, drawn } = rig();
  recorder.begin({ awaits: 1 });
  recorder.take(fact());
  recorder.clear();
  expect(drawn).toEqual([undefined]);
  expect(vi.getTimerCount()).toBe(0);
  expect(recorder.recording()).toBeUndefined();
});
