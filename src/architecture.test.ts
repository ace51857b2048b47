import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Area, areasOf, labOf } from "./architecture/areas.ts";
import { formsIn, isNamedWell } from "./architecture/file-shape.ts";
import {
  danglingEdges,
  type Edge,
  importGraph,
  isFile,
  sourceFiles,
} from "./architecture/import-graph.ts";

/**
 * Who may import whom. Files of one area may import each other; parts of labs only within their lab.
 * Tests may import anything, nothing may import tests, and tools (build, bench, e2e) are out of it.
 */
const arrows: Readonly<Record<Exclude<Area, "tests" | "tools">, readonly Area[]>> = {
  content: ["lab-figure", "ui"], // and two components of the site, in exceptions
  "content-config": ["quiz", "starlight"],
  pages: ["starlight", "review", "ui", "quiz", "progress", "lab-figure", "lab-kit-words", "styles"],
  starlight: ["ui", "quiz", "progress", "styles"],
  "lab-figure": ["lab-browser", "lab-shared", "lab-contract", "ui"],
  "lab-browser": [
    "lab-shared",
    "lab-contract",
    "lab-kit",
    "lab-kit-words",
    "ui",
    "sim",
    "wire",
    "lib",
  ],
  "lab-shared": ["lab-contract", "lab-kit-words", "sim", "wire", "lib"],
  "lab-server": [
    "lab-shared",
    "lab-contract",
    "lab-kit-server",
    "lab-kit-words",
    "sim",
    "wire",
    "lib",
  ],
  "lab-contract": ["lab-kit-words", "sim", "wire", "lib"],
  "lab-kit": ["lab-kit-words", "wire", "lib"],
  "lab-kit-server": ["lab-kit-words", "wire", "lib"],
  "lab-kit-words": ["wire", "lib"],
  quiz: ["progress", "ui", "lab-kit-words", "wire", "lib"],
  ui: ["lab-kit-words", "styles", "wire", "lib"],
  review: ["quiz", "progress", "lib"],
  progress: ["lib"],
  "content-rules": ["wire", "lib"],
  architecture: ["content-rules", "lib"],
  sim: ["wire", "lib"],
  wire: ["lib"],
  lib: [],
  styles: [],
  server: ["lab-kit-server", "lab-kit-words", "lib"], // and server.ts of each lab, in exceptions
  elsewhere: [],
};

/** Arrows between single files, beyond those of their areas. */
const exceptions: readonly (readonly [from: RegExp, to: RegExp])[] = [
  // Items are drawn by the site, which gives the quiz the answers of labs.
  [/^content\/lessons\//, /^src\/starlight\/(Item|ClosingQuiz)\.astro$/],
  [/^src\/starlight\//, /^src\/labs\/[^/]+\/(answers\.ts|recordings\/[^/]+\.json)$/],
  // A lab's title and the list of its presets, taken when pages are built.
  [/^src\/pages\//, /^src\/labs\/[^/]+\/(contract|presets)\.ts$/],
  // Handing a file to the reader is the same for a run and for answers.
  [/^src\/review\//, /^src\/lab-kit\/save-file\.ts$/],
  [/^server\/labs\.ts$/, /^src\/labs\/[^/]+\/server\.ts$/],
];

const NODE_AREAS: readonly Area[] = [
  "server",
  "lab-server",
  "lab-kit-server",
  "content-rules",
  "architecture",
];

/** Areas that may run code of a package; those that are not listed are free. Types are free, too. */
const packages: Readonly<Record<string, readonly Area[]>> = {
  zod: ["lab-contract", "lab-kit-words", "lab-kit", "quiz", "server", "lab-server"],
  "socket.io": ["server", "lab-server", "lab-kit-server"],
  "engine.io": ["server", "lab-server", "lab-kit-server"],
  "socket.io-client": ["lab-kit"],
  ws: ["server"],
  "ts-fsrs": ["progress"],
  preact: ["lab-browser", "quiz", "review", "starlight", "ui"],
  "@preact/signals": ["lab-browser", "lab-kit", "quiz", "starlight", "ui"],
  typescript: ["architecture"],
  yaml: ["content-rules"],
};

/** Modules that few may import: they make what is called observed, or weigh too much for all pages. */
const keepers: readonly (readonly [module: RegExp, importers: RegExp])[] = [
  [/^src\/lab-kit\/observer\.ts$/, /^src\/lab-kit\//],
  [/^src\/progress\/schedule\.ts$/, /^src\/review\//],
  [
    /^src\/lab-kit\/server\/(watch|outbox|tap\/subject-tap)\.ts$/,
    /^(src\/lab-kit\/server\/|server\/bench(-subjects|-extras)?\.ts$)/,
  ],
];

const root = fileURLToPath(new URL("..", import.meta.url));
const files = sourceFiles(root);
const edges = importGraph(root);
const areaOf = areasOf(files, edges);
const isFree = (file: string) => ["tests", "tools"].includes(areaOf(file));
const bound = edges.filter(({ from }) => !isFree(from));
const inner = bound.filter(({ to }) => isFile(to));

const isOtherLab = ({ from, to }: Edge): boolean =>
  labOf(from) !== undefined && labOf(to) !== undefined && labOf(from) !== labOf(to);

const isExcepted = ({ from, to }: Edge): boolean =>
  exceptions.some(([source, target]) => source.test(from) && target.test(to));

const isAllowed = (edge: Edge): boolean => {
  const from = areaOf(edge.from) as keyof typeof arrows;
  const to = areaOf(edge.to);
  if (isOtherLab(edge)) return false;
  return from === to || arrows[from].includes(to) || isExcepted(edge);
};

const shown = ({ from, line, to }: Edge): string =>
  `${from}:${line} (${areaOf(from)}) imports ${to}${isFile(to) ? ` (${areaOf(to)})` : ""}`;

const listed = (broken: readonly Edge[]): string => `\n${broken.map(shown).join("\n")}\n`;

const expectNone = (broken: readonly Edge[]): void => expect(broken.length, listed(broken)).toBe(0);

describe("imports", () => {
  test("each goes along an arrow of the table", () => {
    expectNone(inner.filter((edge) => !isAllowed(edge)));
  });

  test("each leads to a file that exists", () => {
    expectNone(danglingEdges(root, edges));
  });

  test("modules of Node are imported where no browser runs", () => {
    expectNone(bound.filter(({ from, to }) => isBuiltin(to) && !NODE_AREAS.includes(areaOf(from))));
  });

  test("packages run where the table has them", () => {
    expectNone(
      bound.filter(({ from, to, isType }) => {
        const areas = isType ? undefined : packages[to];
        return areas !== undefined && !areas.includes(areaOf(from));
      }),
    );
  });

  test("a contract reaches the browser as types only", () => {
    const isContract = (to: string) => /^src\/labs\/[^/]+\/contract\.ts$/.test(to);
    const parts: readonly Area[] = ["lab-browser", "lab-shared"];
    expectNone(
      inner.filter(
        ({ from, to, isType }) => isContract(to) && !isType && parts.includes(areaOf(from)),
      ),
    );
  });

  test("what makes observations, and the scheduler, are imported by their keepers alone", () => {
    expectNone(
      inner.filter(({ from, to }) =>
        keepers.some(([module, importers]) => module.test(to) && !importers.test(from)),
      ),
    );
  });
});

describe("files", () => {
  test("each stands in an area", () => {
    expect(files.filter((file) => areaOf(file) === "elsewhere")).toEqual([]);
  });

  test("each has a name in kebab-case, a component in PascalCase", () => {
    const named = files.filter((file) => !/^(src\/pages|content)\//.test(file));
    expect(named.filter((file) => !isNamedWell(file))).toEqual([]);
  });

  test("none holds any, an enum or re-exports alone", () => {
    const source = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    expect(files.flatMap((file) => formsIn(file, source(file)))).toEqual([]);
  });
});
