import { expect, test } from "vitest";
import { recordingText } from "./recording-text.mjs";

const recording = {
  format: 1,
  recordedAt: "2026-11-23T08:00:00.000Z",
  lab: "echo",
  preset: "default",
  settings: { times: 2, clients: { Ann: { rooms: [] } } },
  clocks: { page: { offsetMs: -12.34567, errorMs: 0.0994 } },
  observations: [
    { what: "emitted", event: "say", seq: 1, atMs: 1.23456, clock: "page", where: "Ann" },
    { what: "sent", event: "say", seq: 2, atMs: 2, clock: "page", where: "Ann" },
  ],
};

test("the text is the recording, with times to the microsecond", () => {
  const read = JSON.parse(recordingText(recording));
  expect(read.clocks.page).toEqual({ offsetMs: -12.346, errorMs: 0.099 });
  expect(read.observations[0].atMs).toBe(1.235);
  expect({ ...read, clocks: recording.clocks, observations: recording.observations }).toEqual(
    recording,
  );
});

test("each observation has a line of its own", () => {
  const lines = recordingText(recording).split("\n");
  expect(lines.filter((line) => line.includes('"what"'))).toHaveLength(2);
});

test("a run without settings and clocks is JSON, too", () => {
  const bare = { ...recording, settings: {}, clocks: {}, observations: [] };
  expect(JSON.parse(recordingText(bare))).toEqual(bare);
});
