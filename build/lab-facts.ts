import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LabFacts } from "#content-rules/content.ts";

/** Imports a module by its address. */
type Import = (href: string) => Promise<Record<string, unknown>>;

/** Keys of what a file exports under a name; none when there is no such file. */
const keysOf = async (path: string, name: string, load: Import): Promise<string[]> => {
  if (!existsSync(path)) return [];
  return Object.keys((await load(pathToFileURL(path).href))[name] ?? {});
};

/**
 * What each lab in src/labs offers to content: the keys of `presets` in its presets.ts and of
 * `answers` and `byteAnswers` in its answers.ts.
 */
export const labFacts = (
  root: string,
  load: Import = (href) => import(/* @vite-ignore */ href),
): Promise<LabFacts[]> =>
  Promise.all(
    globSync("src/labs/*/contract.ts", { cwd: root }).map(async (path) => {
      const folder = join(root, path, "..");
      return {
        id: path.split(/[\\/]/).at(-2) ?? "",
        presets: await keysOf(join(folder, "presets.ts"), "presets", load),
        asks: await keysOf(join(folder, "answers.ts"), "answers", load),
        byteAsks: await keysOf(join(folder, "answers.ts"), "byteAnswers", load),
      };
    }),
  );

/** Loads a module as it is now, also when an older version of the file was loaded before. */
export const importFresh: Import = (href) =>
  import(/* @vite-ignore */ `${href}?at=${statSync(new URL(href)).mtimeMs}`);
