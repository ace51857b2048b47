import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Item } from "./item.ts";
import {
  sampleChoice,
  sampleMatch,
  sampleNumber,
  sampleOrder,
  sampleText,
} from "./items.fixture.ts";
import type { Answer } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import { quizFile } from "./schema.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

const items = globSync("content/quizzes/*.yaml", { cwd: root }).flatMap(
  (file) => quizFile.parse(parse(readFileSync(join(root, file), "utf8"))).items,
);

/** What a program prints, one part of the answer on each line. */
const answerOf = async (program: string): Promise<Answer> => {
  const path = join("content", "quizzes", "verify", program);
  const { stdout } = await run(process.execPath, [path], { cwd: root, timeout: 20_000 });
  return stdout.trim().split("\n");
};

const isKey = (item: Item, answer: Answer): boolean => {
  const key = kindOf(item).key(item);
  return key !== undefined && kindOf(item).mark(item, answer, key).isRight;
};

const verified = items.filter(({ verify }) => verify !== undefined);

test.for(verified)("the key of $id is what $verify works out", async (item) => {
  const answer = await answerOf(item.verify ?? "");
  expect(isKey(item, answer), answer.join(", ")).toBe(true);
});

describe("what a program prints", () => {
  test("is held against the key as an answer of the item's kind", () => {
    expect(isKey(sampleChoice, ["server"])).toBe(true);
    expect(isKey(sampleChoice, ["others"])).toBe(false);
    expect(isKey(sampleNumber, ["15"])).toBe(true);
    expect(isKey(sampleNumber, ["14"])).toBe(false);
    expect(isKey(sampleText, ["Dynamic-port"])).toBe(true);
    expect(isKey(sampleText, ["port"])).toBe(false);
    expect(isKey(sampleOrder, ["get", "answer", "frame", "close"])).toBe(true);
    expect(isKey(sampleOrder, ["answer", "get", "frame", "close"])).toBe(false);
    expect(isKey(sampleMatch, ["text=one", "close=eight"])).toBe(true);
    expect(isKey(sampleMatch, ["text=eight", "close=one"])).toBe(false);
  });
});
