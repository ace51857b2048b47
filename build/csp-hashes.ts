import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { siteFiles } from "./site-files.ts";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const EXECUTED_TYPE = /^(|module|text\/javascript|importmap|speculationrules)$/;

const isInline = (attributes: string): boolean => {
  const type = attributes.match(/\btype="?([^"\s>]*)/)?.[1] ?? "";
  return !/\bsrc=/.test(attributes) && EXECUTED_TYPE.test(type);
};

const sourceOf = (script: string): string =>
  `sha256-${createHash("sha256").update(script).digest("base64")}`;

/** The CSP sources (`sha256-…`) of a page's inline scripts, each once, in the order of the page. */
export const inlineScriptHashes = (html: string): string[] => {
  const inline = [...html.matchAll(SCRIPT)].filter(([, attributes = ""]) => isInline(attributes));
  return [...new Set(inline.map(([, , script = ""]) => sourceOf(script)))];
};

const hashesOfSite = (folder: string): Record<string, string[]> =>
  Object.fromEntries(
    siteFiles(folder, /\.html$/).map((path) => [
      path,
      inlineScriptHashes(readFileSync(join(folder, path), "utf8")),
    ]),
  );

/**
 * Writes `csp.json` beside the built site: per HTML file, the hashes that its
 * Content-Security-Policy must allow. Astro's own CSP breaks Starlight's pages.
 */
export const cspHashes = (): AstroIntegration => ({
  name: "wirebook:csp-hashes",
  hooks: {
    "astro:build:done": ({ dir }) => {
      const hashes = hashesOfSite(fileURLToPath(dir));
      writeFileSync(new URL("../csp.json", dir), JSON.stringify(hashes, null, 1));
    },
  },
});
