import type { Edge } from "./import-graph.ts";

/** A part of the project whose files may import the same things. */
export type Area =
  | "architecture"
  | "content"
  | "content-config"
  | "content-rules"
  | "lab-browser"
  | "lab-contract"
  | "lab-figure"
  | "lab-kit"
  | "lab-kit-server"
  | "lab-kit-words"
  | "lab-server"
  | "lab-shared"
  | "lib"
  | "pages"
  | "progress"
  | "quiz"
  | "review"
  | "server"
  | "sim"
  | "starlight"
  | "styles"
  | "tests"
  | "tools"
  | "ui"
  | "wire"
  | "elsewhere";

/** Files that test others, and what only tests use. */
const TESTS = /\.(test|fixture)\.tsx?$|\/testing\//;

/** What both halves of the kit say: names, shapes and texts, and nothing that runs by itself. */
const KIT_WORDS =
  /^src\/lab-kit\/(contract|kit-contract|observation|failures|end-reasons|kernel-socket|packet-name|packet-text)\.ts$/;

/** Area by path; the first that matches. Labs are divided further by what reaches a file. */
const PLACES: readonly (readonly [RegExp, Area])[] = [
  [TESTS, "tests"],
  [/^content\//, "content"],
  [/^(build|bench|e2e|scripts)\//, "tools"],
  [/^server\//, "server"],
  [/^src\/(content\.config|env\.d)\.ts$/, "content-config"],
  [/^src\/architecture\//, "architecture"],
  [/^src\/content-rules\//, "content-rules"],
  [/^src\/lab-kit\/server\//, "lab-kit-server"],
  [KIT_WORDS, "lab-kit-words"],
  [/^src\/lab-kit\//, "lab-kit"],
  [/^src\/labs\/[^/]+\/(contract|model)\.ts$/, "lab-contract"],
  [/^src\/labs\/[^/]+\/index\.astro$/, "lab-figure"],
  [/^src\/labs\/[^/]+\/(server|program)\.ts$/, "lab-server"],
  [/^src\/labs\//, "lab-browser"],
  [/^src\/lib\//, "lib"],
  [/^src\/pages\//, "pages"],
  [/^src\/progress\//, "progress"],
  [/^src\/quiz\//, "quiz"],
  [/^src\/review\//, "review"],
  [/^src\/sim\//, "sim"],
  [/^src\/starlight\//, "starlight"],
  [/^src\/styles\//, "styles"],
  [/^src\/ui\//, "ui"],
  [/^src\/wire\//, "wire"],
];

const areaByPlace = (file: string): Area =>
  PLACES.find(([place]) => place.test(file))?.[1] ?? "elsewhere";

/** The id of the lab whose folder holds a file. */
export const labOf = (file: string): string | undefined => file.match(/^src\/labs\/([^/]+)\//)?.[1];

const reach = (roots: readonly string[], edges: readonly Edge[]): Set<string> => {
  const reached = new Set(roots);
  for (const file of reached)
    for (const { from, to } of edges)
      if (from === file && labOf(to) === labOf(file)) reached.add(to);
  return reached;
};

/** Divides the files of labs: what only server.ts and program.ts reach is its part, and the rest is shared. */
const divideLabs = (files: readonly string[], edges: readonly Edge[]): Map<string, Area> => {
  const inLabs = edges.filter(({ from }) => labOf(from) && areaByPlace(from) !== "tests");
  const open = files.filter((file) => areaByPlace(file) === "lab-browser");
  const isServer = (file: string) => areaByPlace(file) === "lab-server";
  const byServer = reach(files.filter(isServer), inLabs);
  const byBrowser = reach(
    open.filter((file) => !byServer.has(file)),
    inLabs,
  );
  const shared = open.filter((file) => byServer.has(file));
  return new Map(shared.map((file) => [file, byBrowser.has(file) ? "lab-shared" : "lab-server"]));
};

/** Gives each file its area. */
export const areasOf = (
  files: readonly string[],
  edges: readonly Edge[],
): ((file: string) => Area) => {
  const divided = divideLabs(files, edges);
  return (file) => divided.get(file) ?? areaByPlace(file);
};
