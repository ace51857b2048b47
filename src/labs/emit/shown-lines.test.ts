import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shownLines } from "#ui/shown-lines.ts";
import { pageCallIds, serverCallIds } from "./model.ts";
import { pageCalls } from "./page-calls.ts";
import { handlerCalls } from "./server-calls.ts";

const folder = new URL("./calls/", import.meta.url);
const files = ["page", "server"].flatMap((side) =>
  readdirSync(new URL(`${side}/`, folder)).map((name) => `${side}/${name}`),
);
const sourceOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");

describe("shownLines", () => {
  it.each(files)("shows the body of %s, and nothing around it", (file) => {
    const lines = shownLines(sourceOf(file));
    expect(lines.length).toBeGreaterThanOrEqual(1);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines.join("\n")).not.toMatch(/import|export|=> \{$|^\s*$/);
    expect(lines[0]).toMatch(/^\S/);
  });

  it("keeps the indent within the body", () => {
    expect(shownLines(sourceOf("page/timeout.ts"))).toEqual([
      "socket.timeout(1000).emit(event, data, (error, answer) => {",
      "  if (error) failed(error);",
      "  else answered(answer);",
      "});",
    ]);
  });

  it("refuses a file that is not one function", () => {
    expect(() => shownLines("export const call = 1;\n")).toThrow(/shownLines: source/);
  });
});

describe("the calls", () => {
  const maps = { page: pageCalls, server: handlerCalls };

  it("have one file for each id", () => {
    const ids = { page: pageCallIds, server: serverCallIds };
    const expected = (["page", "server"] as const).flatMap((side) =>
      ids[side].map((id) => `${side}/${id}.ts`),
    );
    expect([...files].sort()).toEqual(expected.sort());
  });

  it.each(files)("run what %s shows", async (file) => {
    const [side, id] = file.replace(".ts", "").split("/") as ["page" | "server", string];
    const { call } = (await import(`./calls/${side}/${id}.ts`)) as { call: unknown };
    expect((maps[side] as Record<string, unknown>)[id]).toBe(call);
  });
});
