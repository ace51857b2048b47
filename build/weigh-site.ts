import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { siteFiles } from "./site-files.ts";

/** What a page makes a browser fetch at once, bytes after gzip. */
export interface PageWeight {
  page: string;
  htmlBytes: number;
  cssBytes: number;
  jsBytes: number;
  totalBytes: number;
  /** Every style and script counted, as paths from the site's root. */
  files: string[];
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const ANY_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

const allOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

const localPath = (url: string): string => url.split(/[?#]/)[0]?.replace(/^\//, "") ?? "";

const tagsOf = (html: string, name: string): string[] =>
  html.match(new RegExp(`<${name}\\b[^>]*>`, "g")) ?? [];

const attributeOf = (tag: string, name: string): string | undefined =>
  tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];

const stylesOf = (html: string): string[] =>
  tagsOf(html, "link")
    .filter((tag) => attributeOf(tag, "rel") === "stylesheet")
    .map((tag) => localPath(attributeOf(tag, "href") ?? ""));

const scriptsOf = (html: string): string[] =>
  tagsOf(html, "script")
    .map((tag) => attributeOf(tag, "src"))
    .filter((src) => src !== undefined)
    .map(localPath);

const islandsOf = (html: string, withLabs: boolean): string[] =>
  tagsOf(html, "astro-island")
    .filter((tag) => withLabs || attributeOf(tag, "client") !== "visible")
    .flatMap((tag) => ["component-url", "renderer-url"].map((name) => attributeOf(tag, name)))
    .filter((url) => url !== undefined)
    .map(localPath);

/** Adds to `found` the scripts and all that they import, transitively. */
const follow = (folder: string, scripts: string[], pattern: RegExp, found: Set<string>): void => {
  for (const script of scripts.filter((path) => !found.has(path))) {
    found.add(script);
    const imports = allOf(readFileSync(join(folder, script), "utf8"), pattern);
    follow(
      folder,
      imports.map((path) => posix.join(posix.dirname(script), path)),
      pattern,
      found,
    );
  }
};

const gzipBytes = (content: Buffer): number => gzipSync(content, { level: 9 }).length;

const weighPage = (folder: string, page: string, withLabs: boolean): PageWeight => {
  const html = readFileSync(join(folder, page));
  const text = html.toString("utf8");
  const styles = [...new Set(stylesOf(text))];
  const scripts = new Set<string>();
  follow(folder, scriptsOf(text), STATIC_IMPORT, scripts);
  follow(folder, islandsOf(text, withLabs), withLabs ? ANY_IMPORT : STATIC_IMPORT, scripts);
  const sum = (paths: Iterable<string>): number =>
    [...paths].reduce((total, path) => total + gzipBytes(readFileSync(join(folder, path))), 0);
  const [htmlBytes, cssBytes, jsBytes] = [gzipBytes(html), sum(styles), sum(scripts)];
  const totalBytes = htmlBytes + cssBytes + jsBytes;
  return { page, htmlBytes, cssBytes, jsBytes, totalBytes, files: [...styles, ...scripts] };
};

/**
 * Weighs each HTML page of a built site as it is before a lab is reached: islands that wait to be
 * visible are left out, save on the pages in `withLabs`, where all that they load counts.
 */
export const weighSite = (folder: string, { withLabs }: { withLabs: string[] }): PageWeight[] =>
  siteFiles(folder, /\.html$/).map((page) => weighPage(folder, page, withLabs.includes(page)));
