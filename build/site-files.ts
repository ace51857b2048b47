import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder whose name ends so, as paths relative to the folder with `/`, sorted. */
export const siteFiles = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"))
    .map((path) => path.replace(/^\//, ""))
    .sort();
