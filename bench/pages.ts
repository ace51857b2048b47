import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { weighSite } from "../build/weigh-site.ts";
import type { Row } from "./table.ts";

/** Bytes of what a page makes a browser fetch at once. */
interface Bytes {
  gzip: number;
  brotli: number;
}

/** Head of the rows that `pageRows` makes: bytes as gzip / brotli. */
export const pageHead: Row = ["(d) page, bytes gzip / brotli", "HTML", "CSS", "JS", "all"];

/**
 * One row for each page of the built site, as it is before a lab is reached; the landing page with
 * its lab. Compressed twins are read where the build left them.
 *
 * @throws when there is no built site
 */
export function pageRows(siteDir: string): Row[] {
  if (!existsSync(siteDir)) throw new Error("pages: there is no built site, run npm run build");
  return weighSite(siteDir, { withLabs: ["index.html"] }).map(({ page, files }) => {
    const bytesOf = (ending: string) =>
      sum(files.filter((file) => extname(file) === ending).map((file) => weigh(siteDir, file)));
    const byType = [weigh(siteDir, page), bytesOf(".css"), bytesOf(".js")];
    return [`/${page.replace(/index\.html$/, "")}`, ...byType.map(text), text(sum(byType))];
  });
}

function weigh(siteDir: string, file: string): Bytes {
  const path = join(siteDir, file);
  return {
    gzip: sizeOf(`${path}.gz`) ?? gzipSync(readFileSync(path)).length,
    brotli: sizeOf(`${path}.br`) ?? brotliCompressSync(readFileSync(path)).length,
  };
}

const sizeOf = (path: string): number | undefined =>
  existsSync(path) ? readFileSync(path).length : undefined;

const sum = (all: readonly Bytes[]): Bytes => ({
  gzip: all.reduce((total, { gzip }) => total + gzip, 0),
  brotli: all.reduce((total, { brotli }) => total + brotli, 0),
});

const text = ({ gzip, brotli }: Bytes): string => `${gzip} / ${brotli}`;
