import { existsSync, globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readContent } from "./read-content.ts";
import { readMarkdown } from "./read-markdown.ts";
import { runProgram } from "./run-program.ts";
import { type Program, programsIn } from "./runnable.ts";
import { contentWith, smallProject } from "./small-project.fixture.ts";

/** A safety: programs of many lessons start at once, and the machine may have other work. */
const LIMIT_MS = 60_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

const program = (source: string, name = "main.mjs"): Program => ({
  group: "made-up",
  lesson: "made-up.mdx",
  files: [{ name, source, line: 1 }],
});

const { lessons, symptoms } = readContent(root, []);
const runs = [...lessons, ...symptoms]
  .flatMap(programsIn)
  .map((one) => ({ ...one, name: `${one.lesson}, ${one.group}` }));

test.concurrent.for(runs)("$name runs", { timeout: LIMIT_MS + 5_000 }, async (one) => {
  const { code, output } = await runProgram(one, root, LIMIT_MS);
  expect(code, output).toBe(0);
});

test("a program that fails is told by its exit code and its output", async () => {
  const failing = program('console.log("half"); throw new Error("way");');
  const { code, output } = await runProgram(failing, root, LIMIT_MS);
  expect(code).toBe(1);
  expect(output).toMatch(/half.*Error: way/s);
});

test("a program that does not end is stopped at the limit", async () => {
  const endless = program("setInterval(() => {}, 1000);");
  expect((await runProgram(endless, root, 300)).code).toBeUndefined();
});

test("a program finds the project's packages and leaves no folder behind", async () => {
  const { code, output } = await runProgram(program('import "socket.io";'), root, LIMIT_MS);
  expect(code, output).toBe(0);
  expect(globSync(".cache/made-up-*", { cwd: root }).filter(existsSync)).toEqual([]);
});

test("blocks of one group are the files of one program, also inside a list", () => {
  const source =
    '```js runnable="g" file="a.mjs"\n1;\n```\n\n1. x\n\n   ```js runnable="g" file="check.mjs" hidden\n   2;\n     3;\n   ```\n\n```js\nfree();\n```\n';
  const [lesson] = contentWith().lessons;
  if (!lesson) throw new Error("the small project has a lesson");
  expect(programsIn({ ...lesson, page: readMarkdown(source, "mdx") })).toEqual([
    {
      group: "g",
      lesson: Object.keys(smallProject)[0],
      files: [
        { name: "a.mjs", source: "1;\n", line: 1 },
        { name: "check.mjs", source: "2;\n  3;\n", line: 7 },
      ],
    },
  ]);
});
