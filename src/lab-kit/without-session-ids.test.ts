import { expect, test } from "vitest";
import type { Observation } from "./observation.ts";
import { withoutSessionIds } from "./without-session-ids.ts";

const tapped = (text: string): Observation => ({
  what: "tapped",
  way: "down",
  connection: 1,
  exchange: 1,
  bytes: btoa(text),
  masked: [],
  seq: 1,
  atMs: 0,
  clock: "server",
  where: "Ann",
});

const id = "nPwX-_abcdefghijklmn";

test.each([
  [`0{"sid":"${id}","upgrades":[]}`, '0{"sid":"nPwX****************","upgrades":[]}'],
  [
    `40{"sid":"${id}","pid":"${id}"}`,
    '40{"sid":"nPwX****************","pid":"nPwX****************"}',
  ],
  [
    `GET /socket.io/?EIO=4&sid=${id} HTTP/1.1`,
    "GET /socket.io/?EIO=4&sid=nPwX**************** HTTP/1.1",
  ],
  ['42["side","sid"]', '42["side","sid"]'],
])("of %s only the first letters stay, at equal length", (text, shown) => {
  const masked = withoutSessionIds(tapped(text));
  expect("bytes" in masked && atob(masked.bytes)).toBe(shown);
  const ranges = "masked" in masked ? masked.masked : [];
  for (const { from, to } of ranges) expect(shown.slice(from, to)).toMatch(/^\*+$/);
  expect(ranges.length).toBe(shown.split("*".repeat(16)).length - 1);
});

test("masks that were there stay, in order", () => {
  const seen = tapped(`GET /?bench=****&sid=${id}`);
  const before = { from: 12, to: 16, why: "key" as const };
  const masked = withoutSessionIds({ ...seen, masked: [before] } as Observation);
  expect("masked" in masked && masked.masked).toEqual([before, { from: 25, to: 41, why: "key" }]);
});

test("other facts are left as they are", () => {
  const seen: Observation = {
    what: "connected",
    transport: "polling",
    seq: 1,
    atMs: 0,
    clock: "page",
    where: "Ann",
  };
  expect(withoutSessionIds(seen)).toBe(seen);
});
