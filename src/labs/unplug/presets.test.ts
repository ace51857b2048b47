import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { breaksOf, cameInUnchecked, mostSocketsOf } from "./connections.ts";
import { type Flow, outcomeRows } from "./outcome.ts";
import { type PresetId, presets } from "./presets.ts";
import { runPresets } from "./testing/run-preset.ts";

/** What a run says of one flow of one client: `emitted received missed doubled buffered`, and why. */
type Told = [counts: string, fates: string];

interface Expected {
  news?: Told;
  orders?: Told;
  /** Of Ann, where she is not only there to compare with. */
  ann?: { news?: Told; orders?: Told };
  /** Of each of Bob's breaks: reason here / there, comes back how. */
  breaks?: string[];
}

const cutBreak = "transport close / transport close, another id";
const manualBreak = "io client disconnect / client namespace disconnect, another id";
const cutAndBack = "transport close / transport close, recovered";

const expected: Record<PresetId, Expected> = {
  cut: {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"],
    orders: ["3 3 0 0 1", "B1,B3 direct; B2 kept"],
    breaks: [cutBreak],
  },
  "pulled-and-replugged": {
    news: ["4 4 0 0 0", "1,4 direct; 2,3 held"],
    orders: ["3 3 0 0 0", "B1,B3 direct; B2 held"],
  },
  "pulled-too-long": {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 lost"],
    orders: ["2 2 0 0 0", "B1,B2 direct"],
    breaks: ["ping timeout / ping timeout, another id"],
  },
  "dead-link": {
    news: ["1 1 0 0 0", "1 direct"],
    orders: ["5 3 2 0 1", "B1,B5 direct; B2,B3 lost; B4 kept"],
    breaks: ["ping timeout / ping timeout, another id"],
  },
  "manual-disconnect": {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"],
    orders: ["1 1 0 0 1", "B1 kept"],
    breaks: [manualBreak],
  },
  "away-news": {
    news: ["5 2 3 0 0", "1,5 direct; 2,3,4 not-connected"],
    breaks: [cutBreak],
  },
  "away-orders": {
    orders: ["5 5 0 0 3", "B1,B5 direct; B2,B3,B4 kept"],
    breaks: [cutBreak],
  },
  "late-listener": { news: ["4 2 2 0 0", "1,2 no-listener; 3,4 direct"] },
  "no-listener": {
    news: ["2 0 2 0 0", "1,2 no-listener"],
    orders: ["1 1 0 0 0", "B1 direct"],
  },
  "double-listener": { news: ["3 3 0 2 0", "1 direct; 2,3 two-listeners"] },
  "recovery-after-event": {
    news: ["4 4 0 0 0", "1,4 direct; 2,3 restored"],
    orders: ["3 3 0 0 1", "B1,B3 direct; B2 kept"],
    breaks: [cutAndBack],
  },
  "recovery-before-event": {
    news: ["3 1 2 0 0", "1,2 not-connected; 3 direct"],
    breaks: [cutBreak],
  },
  "recovery-manual": {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"],
    orders: ["1 1 0 0 1", "B1 kept"],
    breaks: [manualBreak],
  },
  "recovery-ghost": {
    news: ["5 3 2 0 0", "1,4,5 direct; 2,3 lost"],
    breaks: ["forced close / ping timeout, another id"],
  },
  "recovery-kicked": {
    news: ["4 4 0 0 0", "1,4 direct; 2,3 restored"],
    breaks: [cutAndBack, "io server disconnect / server namespace disconnect, recovered"],
  },
  "recovery-checked": {
    news: ["4 2 2 0 0", "1 direct; 2 restored; 3,4 not-connected"],
    breaks: [cutAndBack, "io server disconnect / server namespace disconnect, refused: banned"],
  },
  "recovery-quiet": {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"],
    breaks: [cutBreak],
  },
  "recovery-too-late": {
    news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"],
    breaks: [cutBreak],
  },
  replay: {
    news: ["4 4 0 0 0", "1,4 direct; 2,3 replayed"],
    orders: ["3 3 0 0 1", "B1,B3 direct; B2 kept"],
    breaks: [cutBreak],
  },
  "ack-timeout": { orders: ["3 3 0 0 0", "B1,B3 direct; B2 told-wrongly"] },
  "retries-double": { orders: ["1 1 0 1 0", "B1 repeated"] },
  "retries-run-out": {
    orders: ["1 0 1 0 0", "B1 lost-each-time"],
    ann: { orders: ["1 0 1 0 0", "A1 lost-each-time"] },
    breaks: ["ping timeout / ping timeout, another id"],
  },
  idempotent: { orders: ["1 1 0 0 0", "B1 repeat-known"] },
  "volatile-after-disconnect": {
    orders: ["2 2 0 0 1", "B1 direct; B2 kept"],
    breaks: [manualBreak],
  },
  "volatile-burst": { orders: ["3 1 2 0 0", "B1 direct; B2,B3 dropped"] },
  restart: {
    news: ["2 2 0 0 0", "1,2 direct"],
    orders: ["3 3 0 0 1", "B1,B3 direct; B2 kept"],
    breaks: ["transport close / server shutting down, another id"],
  },
  "two-policies": {
    news: ["4 4 0 0 0", "1,4 direct; 2,3 replayed"],
    orders: ["1 1 0 0 1", "B1 kept"],
    ann: { news: ["4 2 2 0 0", "1,4 direct; 2,3 not-connected"] },
    breaks: [cutBreak],
  },
};

const toldOf = ({ observations }: Run, who: string, flow: Flow): Told | undefined => {
  const row = outcomeRows(observations).find((one) => one.who === who && one.flow === flow);
  if (!row) return undefined;
  const { emitted, received, missed, doubled, buffered, reasons } = row;
  const fates = reasons.map(({ numbers, code }) => `${numbers.join(",")} ${code}`);
  return [[emitted, received, missed, doubled, buffered].join(" "), fates.join("; ")];
};

const breakWords = ({ observations }: Run): string[] =>
  breaksOf(observations, "Bob").map(({ saidHere, saidThere, back }) => {
    const refused = back && "refused" in back ? `refused: ${back.refused}` : undefined;
    const id = back && "hasSameId" in back && back.hasSameId ? "the same id" : "another id";
    const isRecovered = back && "isRecovered" in back && back.isRecovered;
    return `${saidHere} / ${saidThere}, ${refused ?? (isRecovered ? "recovered" : id)}`;
  });

const file = (preset: string) => new URL(`recordings/${preset}.json`, import.meta.url);
const recordingOf = (preset: string): Recording =>
  JSON.parse(readFileSync(file(preset), "utf8")) as Recording;

/** What a run shows, without its times. */
const outcomeOf = (run: Run) => ({
  rows: outcomeRows(run.observations),
  answers: Object.entries(answers).map(([ask, answer]) => [ask, answer(run)]),
});

let runs: ReadonlyMap<PresetId, Run>;
const runOf = (preset: PresetId): Run => {
  const run = runs.get(preset);
  if (!run) throw new Error(`preset = ${preset}, must have been run`);
  return run;
};

beforeAll(async () => {
  await using host = await TestHost.start();
  runs = await runPresets(host.url);
});

describe("each preset ends as it should, through real clients", () => {
  test.each(Object.entries(expected) as [PresetId, Expected][])("%s", (preset, wanted) => {
    const run = runOf(preset);
    const { ann = {}, breaks = [], ...bob } = wanted;
    expect(run.preset).toBe(preset);
    expect({ news: toldOf(run, "Bob", "news"), orders: toldOf(run, "Bob", "orders") }).toEqual({
      news: bob.news,
      orders: bob.orders,
    });
    for (const flow of Object.keys(ann) as Flow[])
      expect(toldOf(run, "Ann", flow)).toEqual(ann[flow]);
    expect(breakWords(run)).toEqual(breaks);
  });

  test.each(Object.keys(presets) as PresetId[])("the recording of %s shows the same", (preset) => {
    expect(existsSync(file(preset)), `run: npm run record unplug ${preset}`).toBe(true);
    const recording = recordingOf(preset);
    expect(recording.settings).toEqual(presets[preset].settings);
    expect(outcomeOf(recording)).toEqual(outcomeOf(runOf(preset)));
  });

  test("Ann, who has no trouble, gets every news", () => {
    for (const preset of ["cut", "away-news", "recovery-ghost", "late-listener"] as const) {
      const [counts = ""] = toldOf(runOf(preset), "Ann", "news") ?? [];
      const [emitted, received] = counts.split(" ");
      expect([preset, received]).toEqual([preset, emitted]);
    }
  });

  test("the server has two sockets of a client that it has not missed yet", () => {
    expect(mostSocketsOf(runOf("recovery-ghost").observations, "Bob")).toBe(2);
    expect(mostSocketsOf(runOf("recovery-after-event").observations, "Bob")).toBe(1);
  });

  test("a client that was thrown out comes back past the middleware, unless it runs", () => {
    const kicked = runOf("recovery-kicked").observations;
    expect(cameInUnchecked(kicked, "Bob")).toBe(true);
    expect(kicked.some(({ what }) => what === "checked")).toBe(false);
    const checked = runOf("recovery-checked").observations;
    expect(cameInUnchecked(checked, "Bob")).toBe(false);
    expect(checked.some((seen) => seen.what === "checked" && !seen.isLetIn)).toBe(true);
  });

  test("retries that run out tell who has a callback, and nobody else", () => {
    const { observations } = runOf("retries-run-out");
    const told = observations.filter(({ what }) => what === "ack-timed-out");
    expect(told.map(({ where }) => where)).toEqual(["Ann"]);
    const sent = observations.filter(({ what }) => what === "sent");
    expect(sent.map(({ where }) => where).sort()).toEqual([
      "Ann",
      "Ann",
      "Ann",
      "Bob",
      "Bob",
      "Bob",
    ]);
  });
});

test.each([
  ["cut", { missedNews: ["2"], missedOrders: ["0"], recovered: ["no"], sameId: ["no"] }],
  ["recovery-after-event", { missedNews: ["0"], recovered: ["yes"], sameId: ["yes"] }],
  ["pulled-and-replugged", { whyMissed: ["nothing"], recovered: [], leftBecause: [] }],
  ["dead-link", { missedOrders: ["2"], whyMissed: ["lost"], leftBecause: ["ping-timeout"] }],
  ["double-listener", { doubled: ["2"], timesHandled: ["2"] }],
  ["retries-double", { doubled: ["1"], timesHandled: ["3"], missedNews: [] }],
  ["idempotent", { doubled: ["0"], timesHandled: ["1"] }],
  ["retries-run-out", { missedOrders: ["1"], timesHandled: ["0"] }],
  ["away-orders", { buffered: ["3"], missedOrders: ["0"] }],
  ["recovery-checked", { letIn: ["no"], recovered: ["no"] }],
  ["two-policies", { whoMisses: ["Ann"] }],
  ["volatile-burst", { whyMissed: ["dropped"] }],
] as const)("answers of %s are those of its run", (preset, wanted) => {
  const run = runOf(preset);
  for (const [ask, key] of Object.entries(wanted))
    expect([ask, answers[ask as keyof typeof answers](run)]).toEqual([ask, key]);
});
