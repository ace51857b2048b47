import { describe, expect, it } from "vitest";
import { defaultLimits, limitRows, readLimits } from "./limits.ts";

const failureOf = (env: NodeJS.ProcessEnv): string[] => {
  const read = readLimits(env);
  return read.ok ? [] : read.failure;
};

describe("readLimits", () => {
  it("gives the defaults when nothing is set", () => {
    expect(readLimits({ PATH: "/bin" })).toEqual({ ok: true, value: defaultLimits });
  });

  it.each(limitRows)("$env sets $name at both of its bounds and refuses what is beyond", (row) => {
    for (const value of [row.min, row.max]) {
      const read = readLimits({ [row.env]: String(value) });
      expect(read.ok && read.value[row.name]).toBe(value);
    }
    for (const value of [row.min - 1, row.max + 1]) {
      expect(failureOf({ [row.env]: String(value) })).toEqual([
        `${row.env} is "${value}", but must be a whole number from ${row.min} to ${row.max} (${row.unit}), for example ${row.env}=${row.default}.`,
      ]);
    }
  });

  it.each(limitRows)("$name has a default within its bounds", (row) => {
    expect(row.default).toBeGreaterThanOrEqual(row.min);
    expect(row.default).toBeLessThanOrEqual(row.max);
  });

  it("keeps a bench whose page is away for more than a minute, whatever is set", () => {
    expect(limitRows.find((row) => row.name === "controlAwayMs")?.min).toBeGreaterThan(60_000);
  });

  it.each(["1e3", "0x10", "10.0", "-1", "١٠", "ten", "9".repeat(400), "1 000", "NaN"])(
    "refuses %j as a number",
    (text) => {
      expect(failureOf({ LIMIT_BENCHES: text })).toHaveLength(1);
    },
  );

  it("takes an empty variable for one that is not set", () => {
    expect(readLimits({ LIMIT_BENCHES: " " })).toEqual({ ok: true, value: defaultLimits });
  });

  it("names a misspelt limit and the limits that exist", () => {
    const [problem] = failureOf({ LIMIT_BENCHS: "5" });
    expect(problem).toMatch(/^LIMIT_BENCHS is not a limit; the limits are LIMIT_BENCHES, /);
  });
});
