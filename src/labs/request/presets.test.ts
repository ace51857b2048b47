import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seen } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import { plots, type Settings, ways } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";
import { connectionsOf, isOver, sayingsOf, untold } from "./run-facts.ts";
import { runPresets, runSettings } from "./testing/run-preset.ts";

const isLinux = process.platform === "linux";

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host.url);
});
afterAll(() => host[Symbol.asyncDispose]());

const runOf = (preset: PresetId): Run => runs.get(preset) ?? expect.fail(`${preset} was not run`);

/** What the programs said and heard, as `Ann GET /bus`. */
const heard = (run: Pick<Run, "observations">): string[] =>
  sayingsOf(run)
    .filter(({ what }) => what === "message-in")
    .map(({ where, message }) => `${where}: ${message}`);

const statesOf = (run: Run): string[] =>
  seen(run.observations, "kernel").flatMap(({ tcp }) => tcp.map(({ state }) => state).sort());

/** What a run shows, without its times and ports. */
const outcomeOf = (run: Pick<Run, "observations">) => ({
  heard: heard(run),
  untold: untold(run),
  errors: connectionsOf(run).map(({ client, error }) => [client, error]),
  answers: Object.entries(answers).map(([ask, answer]) => [ask, answer(run)]),
});

describe("over HTTP", () => {
  it("a client asks, and is answered on the connection that it opened", () => {
    const run = runOf("ask");
    expect(heard(run)).toEqual(["Bob: GET /bus", "Ann: 200 on time"]);
    expect(answers.speaksFirst(run)).toEqual(["Ann"]);
    expect(answers.clients(run)).toEqual(["Ann"]);
    expect(answers.servers(run)).toEqual(["Bob"]);
  });

  it("a client comes from another port each time, and the server's stays", () => {
    const run = runOf("ask-again");
    const [first, second] = connectionsOf(run);
    expect(first?.serverPort).toBe(second?.serverPort);
    expect(first?.clientPort).not.toBe(second?.clientPort);
    expect(answers.samePort(run)).toEqual(["Bob"]);
  });

  it("a server has nothing to write into before a question and after its answer", () => {
    const run = runOf("server-first-http");
    expect(untold(run)).toEqual([
      { news: "late", reason: "nobody has asked, no exchange to write into" },
      { news: "here", reason: "ERR_STREAM_WRITE_AFTER_END" },
    ]);
    expect(heard(run)).toEqual(["Bob: GET /bus", "Ann: 200 late"]);
    expect(answers.unasked(run)).toEqual(["none"]);
  });

  it("nobody listens at the port that a client came from", () => {
    const run = runOf("call-back");
    const [asked, called] = connectionsOf(run);
    expect(called).toEqual({
      client: "Bob",
      server: "Ann",
      serverPort: asked?.clientPort,
      error: "ECONNREFUSED",
    });
    expect(answers.lastCall(run)).toEqual(["refused"]);
  });

  it("both programs are client and server, if both listen", () => {
    const run = runOf("roles-swapped");
    expect(answers.clients(run)).toEqual(["Ann", "Bob"]);
    expect(answers.servers(run)).toEqual(["Ann", "Bob"]);
    expect(heard(run)).toEqual([
      "Bob: GET /bus",
      "Ann: 200 on time",
      "Ann: GET /stop",
      "Bob: 200 yes",
    ]);
  });

  it("a port that nobody listens on refuses, and nothing is said", () => {
    const run = runOf("nobody-listens");
    expect(connectionsOf(run)).toMatchObject([{ client: "Ann", error: "ECONNREFUSED" }]);
    expect(sayingsOf(run)).toEqual([]);
    expect(answers.lastCall(run)).toEqual(["refused"]);
  });
});

describe("over an open socket", () => {
  it("a server speaks when it likes", () => {
    const run = runOf("server-first-socket");
    expect(heard(run)).toEqual(["Ann: late", "Bob: bus?", "Ann: late", "Ann: here"]);
    expect(answers.speaksFirst(run)).toEqual(["Bob"]);
    expect(answers.unasked(run)).toEqual(["late", "here"]);
  });

  it("both ends ask over the one connection that one of them opened", () => {
    const run = runOf("swapped-socket");
    expect(heard(run)).toEqual(["Bob: bus?", "Ann: on time", "Ann: at the stop?", "Bob: yes"]);
    expect(answers.clients(run)).toEqual(["Ann"]);
  });
});

describe.runIf(isLinux)("the kernel's table", () => {
  it.each([
    ["ask", ["ESTABLISHED", "ESTABLISHED", "LISTEN"]],
    ["ask-again", [...Array(4).fill("ESTABLISHED"), "LISTEN"]],
    ["roles-swapped", [...Array(4).fill("ESTABLISHED"), "LISTEN", "LISTEN"]],
    ["nobody-listens", []],
  ] as const)("has the sockets of %s as %j", (preset, states) => {
    expect(statesOf(runOf(preset))).toEqual(states);
  });

  it("names the ports that the programs were told", () => {
    const run = runOf("ask");
    const [connection] = connectionsOf(run);
    const [view] = seen(run.observations, "kernel");
    expect(view?.tcp.find(({ socket }) => socket === "Ann’s end")).toMatchObject({
      localPort: connection?.clientPort,
      remotePort: connection?.serverPort,
    });
  });
});

const every: Settings[] = ways.flatMap((way) =>
  plots.flatMap((plot) => [true, false].map((isListening) => ({ way, plot, isListening }))),
);

it.each(every)("comes to its end: $way, $plot, listening $isListening", async (settings) => {
  const run = await runSettings(host.url, settings);
  expect(isOver(run)).toBe(true);
  expect(connectionsOf(run).length).toBeGreaterThan(0);
});

const folder = join(import.meta.dirname, "recordings");

describe("recordings", () => {
  it("there is one of each preset", () => {
    const names = readdirSync(folder).map((name) => name.replace(".json", ""));
    expect(names.sort()).toEqual(Object.keys(presets).sort());
  });

  it.each(Object.keys(presets).filter(isPresetId))("%s ends as a run of today does", (preset) => {
    const recorded = JSON.parse(readFileSync(join(folder, `${preset}.json`), "utf8")) as Recording;
    expect(recorded.settings).toEqual(presets[preset].settings);
    expect(outcomeOf(recorded)).toEqual(outcomeOf(runOf(preset)));
  });
});
