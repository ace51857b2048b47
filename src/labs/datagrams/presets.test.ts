import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { receiver } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";
import { bufferBytesIn, dropsIn, isOver, missingIn, passedOver, relayedIn } from "./run-facts.ts";
import { runPresets, runSettings } from "./testing/run-settings.ts";

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host);
});
afterAll(() => host[Symbol.asyncDispose]());

const isLinux = process.platform === "linux";
const runOf = (preset: PresetId): Run => runs.get(preset) ?? expect.fail(`${preset} was not run`);
const udp = (preset: PresetId) => passedOver(runOf(preset), "udp");
const tcp = (preset: PresetId) => passedOver(runOf(preset), "tcp");
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it("three sends are three reads over UDP, the empty one too, and a stream over TCP", () => {
  expect(udp("boundaries").reads.map(({ text }) => text)).toEqual(["hello", "", "world"]);
  expect(
    tcp("boundaries")
      .reads.map(({ text }) => text)
      .join(""),
  ).toBe("helloworld");
});

it("nobody is there, and no send says so", () => {
  expect(udp("nobody-there").sent).toEqual([1, 2, 3]);
  expect(answers.error(runOf("nobody-there"))).toEqual(["none"]);
  expect(answers.howMany(runOf("nobody-there"))).toEqual(["none"]);
});

it.runIf(isLinux)("a connected socket is told that nobody is there, though connect was not", () => {
  const calls = runOf("nobody-connected").observations.filter(
    (seen) => seen.what === "socket-called" && seen.call === "connect",
  );
  expect(calls).toHaveLength(1);
  expect(answers.error(runOf("nobody-connected"))).toEqual(["ECONNREFUSED"]);
});

it("a datagram may have 65,507 bytes and not one more", () => {
  expect(answers.error(runOf("too-large"))).toEqual(["EMSGSIZE"]);
  expect(udp("too-large").arrived).toEqual([]);
  expect(udp("largest").reads.map(({ sizeBytes }) => sizeBytes)).toEqual([65_507]);
});

it("each datagram is one read, however many are read in one turn", () => {
  const arrived = String(udp("burst").arrived.length);
  expect(answers.reads(runOf("burst"))).toEqual([arrived]);
  expect(answers.reads(runOf("boundaries"))).toEqual(["3"]);
});

it("with pauses all arrive, in order", () => {
  expect(udp("unhurried").arrived).toEqual(range(100));
});

describe.runIf(isLinux)("a burst into a full receive buffer", () => {
  it.each(["burst", "burst-small", "beside-tcp"] as const)(
    "%s: what is missing is what the kernel counts as drops of this socket",
    (preset) => {
      const { sent, arrived } = udp(preset);
      const { count } = presets[preset].settings;
      expect(sent).toEqual(range(count));
      expect(arrived.length).toBeGreaterThan(0);
      expect(dropsIn(runOf(preset))?.get(receiver)).toBe(count - arrived.length);
      expect(count - arrived.length).toBeGreaterThan(0);
      expect(answers.missingIsDrops(runOf(preset))).toEqual(["equal"]);
    },
  );

  it("counts more than the bytes of the datagrams", () => {
    const bytes = udp("burst-small").arrived.length * 2;
    expect(bytes * 10).toBeLessThan(bufferBytesIn(runOf("burst-small")) ?? 0);
  });

  it("keeps fewer in the smallest buffer, and counts all the others", async () => {
    const run = await runSettings(host, { ...presets.burst.settings, buffer: "small" });
    const { arrived } = passedOver(run, "udp");
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.length).toBeLessThan(udp("burst").arrived.length);
    expect(dropsIn(run)?.get(receiver)).toBe(200 - arrived.length);
  });

  it("leaves the first ones, in order", () => {
    expect(udp("burst").arrived).toEqual(range(udp("burst").arrived.length));
  });
});

it("the same burst arrives whole over TCP", () => {
  expect(tcp("beside-tcp").arrived).toEqual(range(200));
  expect(answers.whole(runOf("beside-tcp"))).toEqual(isLinux ? ["tcp"] : expect.anything());
});

describe("the relay", () => {
  it("loses what it says it loses, and nobody else does", () => {
    const lost = relayedIn(runOf("relay-loss"), "lost");
    expect(lost.length).toBeGreaterThan(0);
    expect(missingIn(udp("relay-loss"))).toEqual(lost);
    expect(answers.howMany(runOf("relay-loss"))).toEqual(["some"]);
  });

  it("changes the order, and loses nothing", () => {
    expect(answers.order(runOf("relay-disorder"))).toEqual(["changed"]);
    expect(udp("relay-disorder").arrived.toSorted((a, b) => a - b)).toEqual(range(10));
  });

  it("hands copies on, which the receiver gets like any other", () => {
    const doubled = relayedIn(runOf("relay-duplicates"), "doubled");
    expect(doubled.length).toBeGreaterThan(0);
    expect(udp("relay-duplicates").arrived.length).toBe(10 + doubled.length);
    expect(answers.howMany(runOf("relay-duplicates"))).toEqual(["more"]);
  });
});

/** What a run shows, without its times and without what differs from system to system. */
const outcomeOf = (run: Run) => ({
  howMany: answers.howMany(run),
  error: answers.error(run),
  order: answers.order(run),
  whole: answers.whole(run),
  lost: relayedIn(run, "lost").toSorted((a, b) => a - b),
  doubled: relayedIn(run, "doubled").toSorted((a, b) => a - b),
});

describe.each(Object.keys(presets).filter(isPresetId))("the recording of %s", (preset) => {
  const file = join(import.meta.dirname, "recordings", `${preset}.json`);
  const recorded = JSON.parse(existsSync(file) ? readFileSync(file, "utf8") : "{}") as Recording;

  it("was made with its settings, of a whole run", () => {
    expect(recorded.settings).toEqual(presets[preset].settings);
    expect(isOver(recorded)).toBe(true);
  });

  it.runIf(isLinux)("ends as a run of today does", () => {
    expect(outcomeOf(recorded)).toEqual(outcomeOf(runOf(preset)));
  });
});
