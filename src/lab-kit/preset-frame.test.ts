import { afterEach, expect, test, vi } from "vitest";
import type { FailureText } from "./failures.ts";
import type { Observation } from "./observation.ts";
import { presetFrame } from "./preset-frame.ts";

const texts = { title: "Sum", leavesOut: ["carries"], sources: [], failures: {} };
const kind = {
  id: "sum",
  presets: { small: { title: "two and two" } },
  isSettings: () => true,
  queryOf: ({ of }: { of: number }, preset: "small") => `preset=${preset}&of=${of}`,
};
const seen: Observation = {
  seq: 1,
  atMs: 1,
  clock: "page",
  where: "Ann",
  what: "socket-called",
  call: "end",
  socket: "its socket",
};

const labWith = (observations: readonly Observation[], problem?: FailureText) => ({
  settings: { value: { of: 2 } },
  startPreset: "small" as const,
  run: { value: { observations } },
  state: { value: "live" as const },
  problem: { value: problem },
  recording: () => undefined,
  show: vi.fn(),
  reset: vi.fn(),
  replay: vi.fn(),
});

afterEach(() => vi.unstubAllGlobals());

test("without a run there is nothing to save or to replay, and no provenance", () => {
  const frame = presetFrame(labWith([]), texts, { ...kind, replays: true });
  expect(frame).toMatchObject({ lab: "sum", preset: "small", about: "two and two", title: "Sum" });
  expect(frame).not.toHaveProperty("onSaveRun");
  expect(frame).not.toHaveProperty("onReplay");
  expect(frame).not.toHaveProperty("provenance");
  expect(frame).not.toHaveProperty("failure");
});

test("a run can be saved, and replayed where the lab can do that", () => {
  const lab = labWith([seen]);
  expect(presetFrame(lab, texts, kind)).not.toHaveProperty("onReplay");
  const frame = presetFrame(lab, texts, { ...kind, replays: true });
  expect(frame).toHaveProperty("onSaveRun");
  expect(frame).toMatchObject({ provenance: "observed" });
  if ("onReplay" in frame) frame.onReplay?.();
  frame.onReset();
  expect([lab.replay, lab.reset].map((call) => call.mock.calls.length)).toEqual([1, 1]);
});

test("what went wrong is shown", () => {
  const problem = { says: "It broke.", next: "Try again." };
  expect(presetFrame(labWith([], problem), texts, kind)).toMatchObject({ failure: problem });
});

test("the link names the lab as it is set now", () => {
  vi.stubGlobal("location", { origin: "https://wirebook.example" });
  expect(presetFrame(labWith([]), texts, kind).linkOf()).toBe(
    "https://wirebook.example/labs/sum/?preset=small&of=2",
  );
});
