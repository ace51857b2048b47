import { expect, it } from "vitest";
import { type Observation, provenanceOf } from "./observation.ts";
import { type Run, record, replayed } from "./recording.ts";
import { readRecording } from "./recording-file.ts";

const observations: Observation[] = [
  { what: "emitted", event: "news", seq: 1, atMs: 1.25, clock: "page", where: "Ann" },
  {
    what: "returned",
    event: "news",
    seq: 1,
    atMs: 2,
    clock: "server",
    where: "server",
    provenance: "modelled",
  },
];

const run: Run = {
  lab: "emit",
  preset: "broadcast",
  settings: { event: "news" },
  clocks: { page: { offsetMs: -1000.5, errorMs: 0.4 } },
  observations,
};

const at = new Date("2026-11-23T08:00:00Z");

it("comes back from its file as it was, each observation marked as recorded", () => {
  const read = readRecording(JSON.stringify(record(run, at)), "emit", () => true);
  if (!read.ok) throw new Error(read.failure);
  const again = replayed(read.value);
  expect(again).toEqual({
    ...run,
    observations: observations.map((seen) => ({ ...seen, provenance: "recorded" })),
  });
  expect(provenanceOf(again.observations)).toBe("recorded");
});

it("says when it was made, and in which format", () => {
  expect(record(run, at)).toMatchObject({ format: 1, recordedAt: "2026-11-23T08:00:00.000Z" });
});

it("leaves the run that it was made of as it was", () => {
  replayed(record(run, at));
  expect(observations[0]).not.toHaveProperty("provenance");
});
