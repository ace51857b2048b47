import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "content-check-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, source: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
};

const lessonWith = (preset: string): string =>
  `---\ntitle: Waves\n---\n\nimport Tank from "#labs/tank/index.astro";\n\n<Tank preset="${preset}" />\n\n[Away](/nowhere/)\n`;

/** A build twice in one process, as Node runs Astro; in between the lab gets the preset `storm`. */
const script = `
  import { utimesSync, writeFileSync } from "node:fs";
  const { contentCheck } = await import(process.env.MODULE);
  const { hooks } = contentCheck();
  hooks["astro:config:done"]({ config: { root: new URL(process.env.ROOT) } });
  const build = async () =>
    hooks["astro:build:start"]({}).then(() => "built", (error) => error.message);
  console.log(await build());
  const presets = new URL("src/labs/tank/presets.ts", process.env.ROOT);
  writeFileSync(presets, "export const presets = { calm: 1, storm: 2 };");
  utimesSync(presets, 1, 1);
  console.log("--- again");
  console.log(await build());
`;

const buildTwice = (): string[] =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    encoding: "utf8",
    env: {
      ...process.env,
      MODULE: new URL("./content-check.ts", import.meta.url).href,
      ROOT: `${pathToFileURL(root).href}/`,
    },
  }).split("--- again");

const placesIn = (message: string): number => Number(message.match(/in (\d+) places/)?.[1]);

test("a build stops with every violation in one message, and sees a lab's new preset", () => {
  put("src/labs/tank/contract.ts", "");
  put("src/labs/tank/presets.ts", "export const presets: object = { calm: 1 };");
  put("content/lessons/01-water/01-waves.mdx", lessonWith("storm"));
  const [first = "", again = ""] = buildTwice();
  expect(first).toMatch(
    /01-waves\.mdx:7.*found: {4}storm.*01-waves\.mdx:9.*found: {4}\/nowhere\//s,
  );
  expect(again).not.toContain("storm");
  expect(placesIn(again)).toBe(placesIn(first) - 1);
});
