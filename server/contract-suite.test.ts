import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandSpec, Contract } from "#lab-kit/contract.ts";
import { commonFailures } from "#lab-kit/failures.ts";
import { guestContract, ownerContract } from "#lab-kit/kit-contract.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { plainSettings } from "#labs/stream/presets.ts";
import { labServers } from "./labs.ts";
import { garbageFor } from "./testing/garbage-for.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const labsDir = join(import.meta.dirname, "..", "src", "labs");
const limits = { commandsPerSecond: 100_000 };

const foldersWithServer = (): string[] =>
  readdirSync(labsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => readdirSync(join(labsDir, name)).includes("server.ts"));

it("server/labs.ts lists every lab that has a server half, and no other", () => {
  expect(labServers.map(({ contract }) => contract.id).sort()).toEqual(foldersWithServer().sort());
});

const commandsOf = (contract: Contract): [string, CommandSpec][] =>
  Object.entries(contract.commands);

/** The lab as it is, but that each of its handlers throws. */
const throwing = (lab: LabServer): LabServer => ({
  ...lab,
  open: (bench) => {
    const half = lab.open(bench);
    const fail = () => {
      throw new Error("made to fail");
    };
    const handlers = Object.fromEntries(Object.keys(half.handlers).map((name) => [name, fail]));
    return { ...half, handlers };
  },
});

describe.each(labServers.map((lab) => [lab.contract.id, lab] as const))("lab %s", (id, lab) => {
  const { contract } = lab;
  const commands = [...commandsOf(ownerContract), ...commandsOf(contract)];

  it("names commands and notices that are not the bench's", () => {
    const own = [...Object.keys(contract.commands), ...Object.keys(contract.notices)];
    const taken = new Set([
      ...[ownerContract, guestContract].flatMap(({ commands: kit, notices }) => [
        ...Object.keys(kit),
        ...Object.keys(notices),
      ]),
    ]);
    expect(own.filter((name) => taken.has(name) || name.startsWith("bench-"))).toEqual([]);
  });

  it("has a handler for each command, and a text and a next action for each failure", () => {
    const codes = commandsOf(contract).flatMap(([, { fails = [] }]) => fails);
    const texts = { ...commonFailures, ...contract.failures };
    for (const code of codes) {
      expect(texts[code as keyof typeof texts], code).toMatchObject({
        says: expect.stringMatching(/\.$/),
        next: expect.stringMatching(/\.$/),
      });
    }
    expect(Object.keys(contract.failures).filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(contract.failures).filter((code) => code in commonFailures)).toEqual([]);
  });

  it("answers garbage with bad-payload, in few words", async () => {
    await using host = await TestHost.start({ limits });
    using page = await TestPage.open(host, { lab: id });
    for (const [name, { payload }] of commands) {
      const refused = garbageFor(payload);
      expect(refused.length).toBeGreaterThan(15);
      for (const garbage of refused) {
        const answer = await page.command(name, garbage);
        const sent = JSON.stringify(garbage)?.slice(0, 80);
        expect(answer, `${name} ${sent}`).toMatchObject({ failure: { code: "bad-payload" } });
        expect(JSON.stringify(answer).length).toBeLessThan(600);
      }
    }
    expect((await page.command("bench-clock", {})).ok).toBe(true);
  });

  it("ignores a command that wants no acknowledgement", async () => {
    await using host = await TestHost.start({ limits });
    using page = await TestPage.open(host, { lab: id });
    page.control.emit("bench-close", {});
    for (const [name, { payload }] of commandsOf(contract)) {
      for (const garbage of garbageFor(payload)) page.control.emit(name, garbage);
      page.control.emit(name);
      page.control.emit(name, {}, "not a function");
    }
    expect((await page.command("bench-clock", {})).ok).toBe(true);
    expect(host.app.benches.count).toBe(1);
  });

  it("answers internal when a handler throws, and lives", async () => {
    await using host = await TestHost.start({ labs: [throwing(lab)], limits });
    using page = await TestPage.open(host, { lab: id });
    const half = host.app.benches.find(page.bench)?.half;
    for (const [name, spec] of commandsOf(contract)) {
      expect(half?.handlers[name]).toBeTypeOf("function");
      const answer = await page.command(name, sampleOf(name, spec));
      expect(answer).toEqual({ ok: false, failure: { code: "internal" } });
    }
    expect((await page.command("bench-clock", {})).ok).toBe(true);
  });

  it("answers rate-limited beyond the quota", async () => {
    await using host = await TestHost.start({ limits: { commandsPerSecond: 5 } });
    using page = await TestPage.open(host, { lab: id });
    const [name, spec] = commandsOf(contract)[0] ?? [
      "bench-clock",
      ownerContract.commands["bench-clock"],
    ];
    const payload = sampleOf(name, spec);
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => page.command(name, payload)),
    );
    expect(answers.at(-1)).toEqual({ ok: false, failure: { code: "rate-limited" } });
  });

  it("leaves nothing open when its page disconnects in the middle of everything", async () => {
    await using host = await TestHost.start({ limits });
    using page = await TestPage.open(host, { lab: id });
    using witness = await TestPage.open(host, { lab: id });
    const clients = await Promise.all(contract.subjects.map((who) => page.subject(who)));
    for (const [name, spec] of commandsOf(contract)) {
      page.control.emit(name, sampleOf(name, spec), () => undefined);
    }
    for (const client of clients) client.emit("say", "hi", () => undefined);
    page.control.io.engine.close();
    await until(() => (host.app.benches.find(page.bench)?.awayMs ?? 0) > 0);
    await host.app.benches.end(page.bench, "away");
    await until(() => clients.every(({ connected }) => !connected));
    await until(async () => (await host.health()).connections === 1);
    expect(witness.control.connected).toBe(true);
    expect(host.app.benches.count).toBe(1);
  });

  it("holds little of what a client of another make emits", async () => {
    await using host = await TestHost.start({ limits });
    using page = await TestPage.open(host, { lab: id });
    for (const who of contract.subjects) {
      const client = await page.subject(who);
      client.emit("x".repeat(12_000), "x".repeat(2000), () => undefined);
      await until(() => page.observed.some(isReceivedFrom(who)));
      await page.command("bench-clock", {});
    }
    await page.command("bench-clock", {});
    const sizes = page.observed.map((seen) => JSON.stringify(seen).length);
    expect(Math.max(0, ...sizes)).toBeLessThan(2000);
  });

  it("is heard by no other bench", async () => {
    await using host = await TestHost.start({ limits });
    using page = await TestPage.open(host, { lab: id });
    using other = await TestPage.open(host, { lab: id });
    const heard: unknown[] = [];
    for (const who of contract.subjects) {
      (await other.subject(who)).onAny((...args) => heard.push(args));
    }
    /** All that was observed of the other bench is at its page. */
    const fence = async (): Promise<void> => {
      host.app.benches.find(other.bench)?.flush();
      await other.command("bench-clock", {});
    };
    await fence();
    const seenBefore = other.observed.length;
    expect(seenBefore).toBeGreaterThanOrEqual(contract.subjects.length);
    // A command may cut it off: it comes back. A lab may have no clients under study.
    const back = { reconnection: true, reconnectionDelay: 10 };
    const [who] = contract.subjects;
    const client = who === undefined ? undefined : await page.subject(who, back);
    let isHeard = client === undefined;
    client?.on("everybody", () => {
      isHeard = true;
    });
    for (const [name, spec] of commandsOf(contract)) {
      await page.command(name, sampleOf(name, spec));
    }
    for (const event of ["say", "hello", "news"]) client?.emit(event, "hi");
    await until(() => {
      host.app.benches.find(page.bench)?.io.emit("everybody");
      return isHeard;
    });
    await fence();
    expect(heard).toEqual([]);
    expect(other.observed).toHaveLength(seenBefore);
  });
});

const isReceivedFrom =
  (who: string) =>
  (seen: Observation): boolean =>
    seen.what === "received" && seen.from === who;

/** A payload that fits: by hand for each command that wants one. A new command is a red test. */
const samples: Record<string, unknown> = {
  repeat: { times: 1 },
  arm: {
    event: "news",
    payload: "1",
    serverCall: "io-emit",
    room: "red",
    rooms: { Ann: [], Bob: [], Cem: [], Dee: [] },
  },
  act: {},
  call: { call: "bind", on: "L1", mayWait: true, text: "hello", backlog: 8 },
  start: { show: "news", seed: 224 },
  stop: {},
  play: { way: "http", plot: "ask", isListening: true },
  transfer: { ...plainSettings },
  "break-off": {},
  prepare: { websocket: "free", isHeartbeatShort: false },
  "open-nodes": { isSticky: true, hasAdapter: true },
  "end-run": { isEmitting: true },
  renew: { recovery: "on", answers: "at-once", isIdempotent: false },
  news: { times: 1 },
  fault: { fault: "plug", who: "Ann" },
  sendLoad: {
    payload: "numbers",
    count: 3,
    sizeBytes: 10,
    everyMs: 0,
    peer: "open",
    isConnected: false,
    buffer: "usual",
    way: "straight",
    relay: { lossPercent: 0, doublePercent: 0, delayMs: 0, spreadMs: 0, seed: 1 },
    besideTcp: false,
  },
  listen: { carries: "socket.io", text: "hey", extra: "none", bytes: "00" },
  "bench-clock": {},
};

function sampleOf(name: string, { payload }: CommandSpec): unknown {
  const sample = samples[name] ?? {};
  const checked = payload.safeParse(sample);
  if (!checked.success) throw new Error(`samples.${name} = ${JSON.stringify(sample)}, must fit`);
  return sample;
}
