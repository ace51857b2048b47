import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Recording } from "#lab-kit/recording.ts";
import { steps } from "./steps.ts";
import { waterfallRows } from "./waterfall-rows.ts";

const folder = join(import.meta.dirname, "recordings");
const recordings = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording,
);
const named = recordings.map((recording) => [recording.preset ?? "", recording] as const);

describe.each(named)("the recorded run %s", (_, { observations, clocks }) => {
  test("has a reason for each step, in whole sentences", () => {
    for (const { why } of steps(observations, clocks)) expect(why).toMatch(/^[A-Z].*[.!]$/);
  });

  test("has in its waterfall what its steps have, request by request", () => {
    const all = steps(observations, clocks);
    waterfallRows(observations, clocks).forEach(({ id, marks }, index) => {
      const own = all.filter(({ request }) => request === (id === "page" ? undefined : index + 1));
      const count = id === "page" ? own.length : own.flatMap(({ packets }) => packets).length;
      expect(marks).toHaveLength(count);
    });
  });

  test.each([-50, 0, 50])("keeps effects behind causes with a clock that is %s ms off", (offMs) => {
    const page = { offsetMs: (clocks.page?.offsetMs ?? 0) + offMs, errorMs: 60 };
    const all = steps(observations, { page });
    const at = (fits: (step: (typeof all)[number]) => boolean) => all.findIndex(fits);
    const joined = at(({ packets }) => packets.some((packet) => packet.startsWith("40{")));
    const connected = at(({ what }) => what === "connect");
    if (connected >= 0) expect(connected).toBeGreaterThan(joined);
    const answered = at(({ packets }) => packets.some((packet) => packet.startsWith("43")));
    const called = at(({ what }) => what === "callback");
    if (called >= 0) expect(called).toBeGreaterThan(answered);
    const refused = at(({ what }) => what === "403");
    const failed = at(({ what }) => what === "connect_error" || what === "upgrade failed");
    if (refused >= 0 && failed >= 0) expect(failed).toBeGreaterThan(refused);
    const heard = all.filter(({ from }) => from === "page").map(({ atMs }) => atMs);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });
});
