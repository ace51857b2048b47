import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Content, LabFacts } from "./content.ts";
import { parseContent, type SourceFile } from "./parse-content.ts";

const CONTENT = [
  "content/lessons/**/[!_]*.{md,mdx}",
  "content/quizzes/*.yaml",
  "content/glossary/*.md",
  "content/misconceptions/*.md",
  "content/questions/*.md",
  "content/symptoms/*.md",
];

const find = (root: string, patterns: readonly string[]): string[] =>
  globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();

const sourcesIn = (root: string): SourceFile[] =>
  find(root, CONTENT).map((file) => ({ file, source: readFileSync(join(root, file), "utf8") }));

/** `src/pages/labs/index.astro` → `/labs/`. Pages with a parameter are no single address. */
const addressOf = (file: string): string =>
  `/${file.replace(/^src\/pages\//, "").replace(/\.astro$/, "")}/`.replace(/\/index\/$/, "/");

const pagesIn = (root: string): string[] =>
  find(root, ["src/pages/**/[!_]*.astro"])
    .filter((file) => !file.includes("["))
    .map(addressOf);

const verifiersIn = (root: string): string[] =>
  find(root, ["content/quizzes/verify/*"]).map((file) => basename(file));

/** Reads all content of the project in the folder `root`, once. */
export const readContent = (root: string, labs: readonly LabFacts[]): Content =>
  parseContent(sourcesIn(root), {
    labs,
    pages: pagesIn(root),
    verifiers: verifiersIn(root),
  });
