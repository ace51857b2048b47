import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Observation } from "../observation.ts";
import { Outbox } from "./outbox.ts";

const batches: Observation[][] = [];
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  batches.length = 0;
  outbox = new Outbox(() => 7);
  outbox.deliverTo((batch) => batches.push(batch));
});
afterEach(() => {
  vi.useRealTimers();
});

const observe = (times = 1) => {
  for (let made = 0; made < times; made += 1) {
    outbox.observe("server", { what: "emitted", event: "news" });
  }
};

test("facts are delivered together, stamped and counted, after 50 ms", () => {
  observe(2);
  vi.advanceTimersByTime(49);
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(1);
  const stamp = { what: "emitted", event: "news", atMs: 7, clock: "server", where: "server" };
  expect(batches).toEqual([
    [
      { ...stamp, seq: 1 },
      { ...stamp, seq: 2 },
    ],
  ]);
});

test("flushSoon delivers once, behind what is sent in the same turn", () => {
  observe();
  outbox.flushSoon();
  observe();
  outbox.flushSoon();
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(batches.map((batch) => batch.length)).toEqual([2]);
  vi.advanceTimersByTime(100);
  expect(batches.length).toBe(1);
});

test("a stream of events is delivered at once at its beginning, then in full batches", () => {
  for (let times = 0; times < 110; times += 1) {
    observe();
    outbox.flushSoon();
    vi.advanceTimersByTime(1);
  }
  expect(batches.length).toBe(3);
});

test("flush delivers at once", () => {
  observe();
  outbox.flush();
  expect(batches.length).toBe(1);
});

test("what is too much is counted in a last observation", () => {
  observe(503);
  outbox.flush();
  expect(batches[0]?.length).toBe(501);
  expect(batches[0]?.at(-1)).toMatchObject({ what: "skipped", count: 3 });
});

test("without a receiver everything waits, and a new receiver gets it at once", () => {
  outbox.deliverTo(undefined);
  observe();
  outbox.flushSoon();
  outbox.flush();
  vi.advanceTimersByTime(100);
  expect(batches).toEqual([]);
  outbox.deliverTo((batch) => batches.push(batch));
  expect(batches.length).toBe(1);
});

test("a closed outbox delivers nothing more", () => {
  observe();
  outbox.flushSoon();
  outbox.close();
  vi.advanceTimersByTime(100);
  expect(batches).toEqual([]);
});
