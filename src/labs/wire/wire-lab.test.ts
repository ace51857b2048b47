import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { fieldOf } from "#wire/dissect.ts";
import { answers, byteAnswers, messageInQuestion } from "./answers.ts";
import { conversation, type Passed } from "./conversation.ts";
import { messageText } from "./message-words.ts";
import { type PresetId, plainSettings, presets } from "./presets.ts";
import { openWire, runPreset, runSettings } from "./testing/run-wire.ts";

const { close: closeReally } = WebSocket.prototype;

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.start();
});
afterAll(() => host[Symbol.asyncDispose]());

/** The messages of a preset's run: way, size and what they say. */
async function said(preset: PresetId): Promise<string[]> {
  const run = await runPreset(host.url, preset);
  const { carries } = presets[preset].settings;
  return conversation(run.observations, carries).map(
    (message) => `${message.way} ${message.bytes.length} ${messageText(message)}`,
  );
}

describe("what passes", () => {
  test('is a frame of 15 bytes for 42["hey"]', async () => {
    expect(await said("event")).toEqual(['up 15 42["hey"]']);
  });

  test("is the acknowledgement, too, when one was asked for", async () => {
    expect(await said("ack")).toEqual(['up 16 420["hey"]', 'down 15 430["got it"]']);
  });

  test("is a frame of its own for binary data", async () => {
    expect(await said("binary")).toEqual([
      'up 47 451-["hey",{"_placeholder":true,"num":0}]',
      "up 10 01 02 03 fa",
    ]);
  });

  test("has a longer header when it is long", async () => {
    const run = await runPreset(host.url, "long");
    const message = messageInQuestion(run);
    expect(message && fieldOf(message, "websocket.extended-payload-length")?.value).toBe("212");
    expect(answers.frameBytes(run)).toEqual(["220"]);
  });

  test("is a POST and its answer over polling", async () => {
    const [post, answer] = await said("polling");
    expect(post).toMatch(/^up \d+ 42\["hey"\]$/);
    expect(answer).toMatch(/^down \d+ ok$/);
  });

  test("is the text alone over a plain WebSocket", async () => {
    expect(await said("plain")).toEqual(["up 9 hey"]);
  });

  test("is a close frame each way when a plain WebSocket is closed", async () => {
    expect(await said("plain-close")).toEqual([
      "up 11 1000, normal closure: bye",
      "down 7 1000, normal closure: bye",
    ]);
  });

  test("is not masked when the server speaks", async () => {
    expect(await said("server-speaks")).toEqual(['down 11 42["hey"]']);
  });

  test("goes both ways when both speak", async () => {
    expect((await said("both-at-once")).toSorted()).toEqual([
      'down 11 42["hey"]',
      'up 15 42["hey"]',
    ]);
    expect((await said("plain-both")).toSorted()).toEqual(["down 5 hey", "up 9 hey"]);
  });

  test("begins with HTTP when the connection is opened", async () => {
    const run = await runPreset(host.url, "opening");
    const { connection } = messageInQuestion(run) ?? {};
    // The end of the connection before may still come in.
    const isOwn = (message: Passed) => message.connection === connection;
    const messages = conversation(run.observations, "socket.io").filter(isOwn);
    expect(messages.map(({ way, kind }) => `${way} ${kind}`).slice(0, 3)).toEqual([
      "up request",
      "down response",
      "down frame",
    ]);
    expect(messages.slice(2).map((message) => messageText(message).slice(0, 3))).toEqual([
      '0{"',
      "40",
      "40{",
      "42[",
    ]);
    expect((await said("plain-opening")).at(-1)).toBe("up 9 hey");
  });

  test("is refused with code 1009 when it is too long", async () => {
    expect(await said("too-long")).toContain("down 4 1009, message too big");
  });

  test("is answered 413 over polling when it is too long", async () => {
    const settings = { ...presets["too-long"].settings, transport: "polling" } as const;
    const run = await runSettings(host.url, settings);
    const messages = conversation(run.observations, "socket.io");
    const statuses = messages.map((message) => fieldOf(message, "http.status")?.value);
    expect(statuses).toContain("413");
  });

  test("can be longer the other way: 64 bits of length", async () => {
    const settings = { ...plainSettings, speaker: "server", extra: "longest" } as const;
    const run = await runSettings(host.url, settings);
    const message = messageInQuestion(run);
    expect(message && fieldOf(message, "websocket.extended-payload-length")?.to).toBe(10);
    expect(answers.frameBytes(run)).toEqual(["70022"]);
  });
});

describe("answers", () => {
  test("tell who masks, and what is final", async () => {
    const up = await runPreset(host.url, "event");
    const down = await runPreset(host.url, "server-speaks");
    const both = await runPreset(host.url, "plain-both");
    expect([up, down].map((run) => answers.isMasked(run))).toEqual([["yes"], ["no"]]);
    expect([up, down, both].map((run) => answers.whoMasks(run))).toEqual([
      ["client"],
      [],
      ["client"],
    ]);
    expect(answers.isFinal(up)).toEqual(["yes"]);
    expect(answers.frameBytes(down)).toEqual(["11"]);
  });

  test("name the bytes that a question asks for", async () => {
    const run = await runPreset(host.url, "event");
    const keys = Object.entries(byteAnswers).map(([ask, answer]) => [ask, answer(run)?.key]);
    expect(Object.fromEntries(keys)).toEqual({
      "masking-key": [2, 3, 4, 5],
      opcode: [0],
      payload: [6, 7, 8, 9, 10, 11, 12, 13, 14],
      "event-name": [10, 11, 12],
    });
    expect(byteAnswers.payload(run)?.hex).toHaveLength(30);
  });

  test("say nothing of frames where there are none", async () => {
    const run = await runPreset(host.url, "polling");
    expect(answers.isMasked(run)).toEqual([]);
    expect(answers.whoMasks(run)).toEqual([]);
    expect(byteAnswers["masking-key"](run)).toBeUndefined();
  });
});

test("the opening can be over polling, too", async () => {
  const run = await runSettings(host.url, { ...presets.polling.settings, fromStart: true });
  const texts = conversation(run.observations, "socket.io").map(messageText);
  expect(texts.join(" ")).toMatch(/0\{"sid".* 40 .*40\{"sid".*42\["hey"\]/s);
});

test("a run that opens a connection lets the first one open before it ends it", async () => {
  const close = vi.spyOn(WebSocket.prototype, "close");
  const states: number[] = [];
  close.mockImplementation(function (this: WebSocket, ...how) {
    states.push(this.readyState);
    closeReally.apply(this, how);
  });
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = openWire(host.url, presets["plain-opening"].settings, resolve);
  lab.open();
  // The reader is as quick as can be: the bench is there, its first connection is not.
  lab.view.subscribe(({ state }) => {
    if (state === "live") queueMicrotask(() => void lab.send());
  });
  await promise;
  lab.close();
  close.mockRestore();
  expect(states.length).toBeGreaterThan(0);
  expect(states).not.toContain(WebSocket.CONNECTING);
});

test("one run after the other goes over the same connection", async () => {
  const runs: Run[] = [];
  const lab = openWire(host.url, plainSettings, (run) => void runs.push(run));
  for (const count of [1, 2]) {
    await Promise.all([lab.send(), lab.send()]);
    await until(() => runs.length === count);
  }
  lab.change({ carries: "plain" });
  await lab.send();
  await until(() => runs.length === 3);
  lab.close();
  const connections = runs.map((run) => messageInQuestion(run)?.connection);
  expect(connections).toEqual([1, 1, 2]);
});

test("the key is another one each time", async () => {
  const runs = [await runPreset(host.url, "event"), await runPreset(host.url, "event")];
  const keys = runs.map((run) => {
    const message = messageInQuestion(run);
    return message && fieldOf(message, "websocket.masking-key")?.value;
  });
  expect(keys[0]).toMatch(/^([0-9a-f]{2} ){3}[0-9a-f]{2}$/);
  expect(keys[1]).not.toBe(keys[0]);
});

test("keys of the page are overwritten, and marked", async () => {
  const run = await runPreset(host.url, "opening");
  const [request] = conversation(run.observations, "socket.io");
  const covered = request?.marks.filter(({ why }) => why === "key") ?? [];
  expect(covered.length).toBe(2);
  for (const { from, to } of covered)
    expect(new TextDecoder().decode(request?.bytes.subarray(from, to))).toMatch(/^\*+$/);
});
