import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { readRecording } from "#lab-kit/recording-file.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { isSettings } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";
import {
  drainsIn,
  firstFalseBytes,
  isOver,
  messagesGot,
  messagesSent,
  readsIn,
  standingOf,
  timesOf,
  totalsOf,
  writesIn,
} from "./run-facts.ts";
import { runPresets } from "./testing/run-settings.ts";

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host.url);
});
afterAll(() => host[Symbol.asyncDispose]());

const ids = Object.keys(presets).filter(isPresetId);
const runOf = (preset: PresetId): Run => runs.get(preset) ?? expect.fail(`${preset} was not run`);
const readTexts = (preset: PresetId) => readsIn(runOf(preset)).map(({ text }) => text);

it.each(ids)("%s receives what was sent, in bytes and hash", (preset) => {
  const totals = totalsOf(runOf(preset));
  expect(totals).toMatchObject({ isSame: true, gotBytes: totals?.sentBytes });
  expect(writesIn(runOf(preset)).at(-1)?.to).toBe(totals?.sentBytes);
  expect(readsIn(runOf(preset)).at(-1)?.to).toBe(totals?.gotBytes);
});

describe("two writes", () => {
  it("are one read when they come together, with and without setNoDelay", () => {
    expect(writesIn(runOf("two-writes")).map(({ text }) => text)).toEqual(["hello", "world"]);
    expect(readTexts("two-writes")).toEqual(["helloworld"]);
    expect(readTexts("no-delay")).toEqual(["helloworld"]);
  });

  it("are two reads when the writer pauses between them", () => {
    expect(readTexts("with-pause")).toEqual(["hello", "world"]);
  });
});

it("one big write becomes many reads, a thousand small ones become few", () => {
  expect(answers.compared(runOf("one-big-write"))).toEqual(["more"]);
  expect(timesOf(writesIn(runOf("many-small-writes")))).toBe(1000);
  expect(answers.compared(runOf("many-small-writes"))).toEqual(["fewer"]);
});

describe("a reader that stops", () => {
  it("keeps the bytes waiting until it goes on, and none is lost", () => {
    const run = runOf("stopped-reader");
    expect(answers.saysFalse(run)).toEqual(["yes"]);
    expect(answers.lost(run)).toEqual(["0"]);
    expect(drainsIn(run)).toBeGreaterThan(0);
    expect(standingOf(run)).toMatchObject({ writtenBytes: 8 * 2 ** 20, bytes: { read: 0 } });
    expect(standingOf(run)?.bytes["writer-node"]).toBeGreaterThan(0);
  });

  it.runIf(process.platform === "linux")(
    "leaves every byte in one of the places that Node and the kernel tell",
    () => {
      for (const preset of ["stopped-reader", "heeding-writer"] as const) {
        const { bytes, writtenBytes, twiceBytes } = standingOf(runOf(preset)) ?? expect.fail();
        const sum = Object.values(bytes).reduce((all, one) => all + one, 0);
        expect(sum - twiceBytes).toBe(writtenBytes);
        expect(twiceBytes).toBeLessThan(65_536);
        expect(bytes["writer-kernel"]).toBeGreaterThan(0);
        expect(bytes["reader-kernel"]).toBeGreaterThan(0);
      }
    },
  );

  it("stops a writer that heeds what write returns, and its Node holds little", () => {
    const { bytes, writtenBytes } = standingOf(runOf("heeding-writer")) ?? expect.fail();
    expect(writtenBytes).toBe(firstFalseBytes(runOf("heeding-writer")));
    expect(writtenBytes).toBeLessThan(8 * 2 ** 20);
    expect(bytes["writer-node"]).toBeLessThanOrEqual(2 * 65_536);
  });
});

describe("framing", () => {
  it.each(["framing-lines", "framing-length"] as const)("gives messages back: %s", (preset) => {
    expect(timesOf(readsIn(runOf(preset)))).toBeGreaterThan(2);
    expect(messagesGot(runOf(preset))).toEqual(messagesSent(runOf(preset)));
  });

  it("breaks where each read is taken by itself", () => {
    expect(answers.isWhole(runOf("broken-framing"))).toEqual(["no"]);
    expect(messagesGot(runOf("broken-framing")).join("")).toBe("roses are redviolets are blue");
    expect(messagesGot(runOf("broken-length"))).toEqual(["hello"]);
  });

  it("by lines takes a message with two lines for two", () => {
    expect(messagesGot(runOf("line-in-a-message"))).toHaveLength(3);
  });
});

describe.each(ids)("the recording of %s", (preset) => {
  const file = join(import.meta.dirname, "recordings", `${preset}.json`);

  it("can be read, is of a whole run, and ends as one of today", () => {
    const text = readFileSync(file, "utf8");
    expect(readRecording(text, "stream", isSettings).ok).toBe(true);
    const recorded = JSON.parse(text) as Recording;
    expect(recorded.settings).toEqual(presets[preset].settings);
    expect(isOver(recorded)).toBe(true);
    expect(outcomeOf(recorded)).toEqual(outcomeOf(runOf(preset)));
  });
});

/** What a run shows, without its times and without what the system’s buffers decide. */
const outcomeOf = (run: Pick<Run, "observations">) => ({
  compared: answers.compared(run),
  messages: messagesGot(run),
  lost: answers.lost(run),
  isSame: totalsOf(run)?.isSame,
});
