import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfigText } from "./default-config-text.mjs";
import { readClaims } from "./read-claims.mjs";

const root = join(import.meta.dirname, "..", "..");
const read = (path) => readFileSync(join(root, path), "utf8");
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
}).split("\n");
const names = new Set(tracked.map((path) => basename(path)));
const { scripts, imports } = JSON.parse(read("package.json"));

/** Everything but prose, to see whether a variable is read anywhere. */
const code = tracked
  .filter((path) => /\.(?:ts|tsx|mjs|astro)$/.test(path) && !path.startsWith("scripts/docs/"))
  .filter((path) => existsSync(join(root, path)))
  .map(read)
  .join("\n");

/** `#labs/…` and placeholders such as `<id>` as a pattern of files. */
function patternOf(path) {
  const [alias] = /^#[a-z-]+\//.exec(path) ?? [];
  const real = alias ? path.replace(alias, imports[`${alias}*`]?.replace("*", "") ?? alias) : path;
  return real.replace(/<[^>]+>/g, "*");
}

const isThere = (path) => globSync(patternOf(path), { cwd: root }).length > 0;
const isScript = (name) => name in scripts || ["ci", "install", "run"].includes(name);
const isRead = (name) => new RegExp(`\\b${name}\\b`).test(code);

const texts = tracked.filter((path) => /^(?:bench\/)?[A-Z]+\.md$/.test(path));

test("the project has its five texts", () => {
  expect(texts).toEqual(
    expect.arrayContaining(
      ["README", "ARCHITECTURE", "CONTRIBUTING", "SECURITY", "CHANGELOG"].map((t) => `${t}.md`),
    ),
  );
});

describe.each(texts)("%s", (path) => {
  const claims = readClaims(read(path));

  test("names files and folders that exist", () => {
    expect(claims.paths.filter((named) => !isThere(named))).toEqual([]);
    expect(claims.files.filter((named) => !names.has(named) && named !== "check.mjs")).toEqual([]);
  });

  test("names npm scripts that exist", () => {
    expect(claims.scripts.filter((name) => !isScript(name))).toEqual([]);
  });

  test("names variables that something reads", () => {
    expect(claims.variables.filter((name) => !isRead(name) && !names.has(name))).toEqual([]);
  });

  test("links to files that exist", () => {
    const local = claims.links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, path, "..", link)))).toEqual([]);
  });
});

describe("the configuration in README.md", () => {
  const { limits, settings } = defaultConfigText();

  test("has every limit as server/limits.ts has it", () => {
    expect(read("README.md")).toContain(limits);
  });

  test.each(settings)("has $env with its default", ({ env, text }) => {
    const row = read("README.md").match(new RegExp(`^\\| \`${env}\` \\| ([^|]+) \\|`, "m"));
    expect(row?.[1]).toBe(text);
  });
});
