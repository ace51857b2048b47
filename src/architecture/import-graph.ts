import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { type Import, readImports } from "./read-imports.ts";

/** One import with both ends. */
export interface Edge {
  /** Paths from the project's root; `to` is a package's name when it is none of the project's files. */
  from: string;
  to: string;
  line: number;
  isType: boolean;
}

const SOURCES = [
  "src/**/*.{ts,tsx,astro}",
  "server/**/*.ts",
  "build/**/*.ts",
  "bench/**/*.ts",
  "e2e/**/*.ts",
  "content/**/*.mdx",
];

/** Paths of all files that can import, from the project's root. */
export const sourceFiles = (root: string): string[] =>
  globSync(SOURCES, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();

type Subpaths = readonly (readonly [prefix: string, folder: string])[];

/** `#lib/*` → `src/lib/`, as package.json has it. */
const subpathsOf = (root: string): Subpaths => {
  const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    imports: Record<string, string>;
  };
  return Object.entries(imports).map(([name, folder]) => [
    name.replace("*", ""),
    folder.replace("./", "").replace("*", ""),
  ]);
};

const packageOf = (specifier: string): string =>
  specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier;

const pathOf = (from: string, specifier: string, subpaths: Subpaths): string => {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".")) return posix.join(dirname(from), bare);
  if (bare.startsWith("/")) return bare.slice(1);
  const subpath = subpaths.find(([prefix]) => bare.startsWith(prefix));
  return subpath ? subpath[1] + bare.slice(subpath[0].length) : packageOf(bare);
};

/** Whether an end of an edge is a file of the project. */
export const isFile = (end: string): boolean => /^(src|server|build|bench|e2e|content)\//.test(end);

/** The project's imports, as they are in its files. */
export const importGraph = (root: string): Edge[] => {
  const subpaths = subpathsOf(root);
  const targets = (from: string, { specifier, isGlob }: Import): string[] => {
    const path = pathOf(from, specifier, subpaths);
    return isGlob ? globSync(path, { cwd: root }).map((one) => one.replaceAll("\\", "/")) : [path];
  };
  return sourceFiles(root).flatMap((from) =>
    readImports(from, readFileSync(join(root, from), "utf8")).flatMap((one) =>
      targets(from, one).map((to) => ({ from, to, line: one.line, isType: one.isType })),
    ),
  );
};

/** Imports of the project's own files that are not there. */
export const danglingEdges = (root: string, edges: readonly Edge[]): Edge[] =>
  edges.filter(({ to }) => isFile(to) && !existsSync(join(root, to)));
