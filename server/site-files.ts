import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The files of the built site as they were at start: path with `/`, time of change in ms. */
export type SiteFiles = ReadonlyMap<string, number>;

/** What the site has at a path. */
export type SiteEntry =
  | { kind: "file"; file: string }
  | { kind: "directory"; path: string }
  | { kind: "missing" };

export const NOT_FOUND_PAGE = "404.html";

/**
 * Lists what may be served. Left out are dotfiles (`.well-known` apart), symbolic links and the
 * compressed twins of listed files. Empty when the folder does not exist.
 */
export function listSiteFiles(siteDir: string): SiteFiles {
  if (!existsSync(siteDir)) return new Map();
  const entries = readdirSync(siteDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(siteDir, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const all = new Set(paths);
  const served = paths.filter((path) => !isHidden(path) && !isCompressedTwin(path, all));
  return new Map(
    served.map((path) => [path.normalize(), statSync(join(siteDir, path)).mtimeMs] as const),
  );
}

const isHidden = (path: string): boolean =>
  path.split("/").some((part) => part.startsWith(".") && part !== ".well-known");

const isCompressedTwin = (path: string, all: ReadonlySet<string>): boolean =>
  /\.(?:br|gz)$/.test(path) && all.has(path.slice(0, -3));

/** Finds the file for a decoded path. A folder is found with its slash; without, it is `directory`. */
export function findEntry(files: SiteFiles, path: string): SiteEntry {
  const file = path.slice(1);
  if (file === NOT_FOUND_PAGE) return { kind: "missing" };
  if (path.endsWith("/")) return fileEntry(files, `${file}index.html`);
  if (files.has(`${file}/index.html`)) return { kind: "directory", path: `${path}/` };
  return fileEntry(files, file);
}

const fileEntry = (files: SiteFiles, file: string): SiteEntry =>
  files.has(file) ? { kind: "file", file } : { kind: "missing" };
