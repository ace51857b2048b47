import { readFileSync } from "node:fs";
import { join } from "node:path";

const sitemap = join(import.meta.dirname, "..", "dist", "site", "sitemap-0.xml");

/** Paths of every page that is built, those that the sitemap leaves out too. */
export function sitePages(): string[] {
  const listed = [...readFileSync(sitemap, "utf8").matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, url = ""]) => new URL(url).pathname,
  );
  const labs = listed.flatMap((path) => /^\/labs\/([^/]+)\/$/.exec(path)?.[1] ?? []);
  return [...new Set([...listed, ...labs.map((id) => `/embed/${id}/`)])].sort();
}
