import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPLACED } from "./starlight-parts.ts";

const root = join(import.meta.dirname, "..");
const starlight = join(root, "node_modules", "@astrojs", "starlight", "dist");
const read = (path: string): string => readFileSync(path, "utf8");
const page = read(join(starlight, "components", "Page.astro"));

const named = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = ""]) => name));
const asked = (text: string) => named(text, /var\((--(?:__)?sl-[\w-]+)\s*\)/g);
const defined = (text: string) => named(text, /(--(?:__)?sl-[\w-]+)\s*:/g);

test.each(Object.keys(REPLACED))("Starlight’s page still asks for %s", (source) => {
  expect(page).toContain(source);
});

test("each variable that a sheet asks for is defined, Starlight’s own sheets included", () => {
  const kept = ["reset", "asides", "markdown", "anchor-links"].map((name) =>
    read(join(starlight, "style", `${name}.css`)),
  );
  const ours = globSync(join(root, "src", "**", "*.css")).map(read);
  const all = [page, ...kept, ...ours].join("\n");
  // Set on pages with a sidebar; heading 6 has no size of its own in Starlight either.
  const free = ["--sl-content-inline-start", "--sl-text-h6"];
  expect([...asked(all).difference(defined(all))].filter((name) => !free.includes(name))).toEqual(
    [],
  );
});
