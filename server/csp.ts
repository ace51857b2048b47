import { readFileSync } from "node:fs";
import { z } from "zod";

const hashesByPage = z.record(z.string(), z.array(z.string().regex(/^sha(256|384|512)-[\w+/=]+$/)));

/** Gives the Content-Security-Policy for a file of the site, named by its path without leading slash. */
export type PolicyOf = (file: string) => string;

/** Whether other sites may show this path of the site in a frame. */
export const isEmbeddable = (path: string): boolean => /^\/?embed\//.test(path);

/**
 * A page's policy. `connect-src 'self'` covers web sockets to the same host and port in today's
 * browsers (seen in Chromium 156), so no `ws:` source is named.
 */
export function contentPolicy(
  page: { scriptHashes?: readonly string[]; isEmbeddable?: boolean } = {},
): string {
  const hashes = (page.scriptHashes ?? []).map((hash) => ` '${hash}'`).join("");
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${page.isEmbeddable ? "*" : "'none'"}`,
  ].join("; ");
}

/**
 * Reads the hashes of each page's inline scripts, once. A missing file allows no inline script at all.
 * Throws when the file is there and is not what the build writes.
 */
export function readPolicies(hashFile: string): PolicyOf {
  const pages = new Map(readHashes(hashFile).map(([page, hashes]) => [nameOf(page), hashes]));
  return (file) =>
    contentPolicy({
      scriptHashes: pages.get(nameOf(file)) ?? [],
      isEmbeddable: isEmbeddable(file),
    });
}

const nameOf = (path: string): string => path.replaceAll("\\", "/").replace(/^\/+/, "");

function readHashes(hashFile: string): [string, string[]][] {
  const text = readIfThere(hashFile);
  if (text === undefined) return [];
  const parsed = hashesByPage.safeParse(parseJson(text));
  if (parsed.success) return Object.entries(parsed.data);
  throw new Error(`${hashFile} is not a map of pages to script hashes; build the site again.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
