import { readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { PolicyOf } from "./csp.ts";
import { decodedPath, requestQuery } from "./request-path.ts";
import { createFileSender } from "./send-file.ts";
import { findEntry, listSiteFiles, NOT_FOUND_PAGE, type SiteFiles } from "./site-files.ts";
import { sendSentence, sendUncached } from "./text-answer.ts";
import { whenFirst } from "./when-first.ts";

/** Where the site was built, and each page's policy. */
export interface StaticSiteDeps {
  siteDir: string;
  policyOf: PolicyOf;
  /** A client that takes nothing of a file for so long is cut off; half a minute by default. */
  readWithinMs?: number;
}

/** Answers every request that no other part of the host has taken. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

const READ_WITHIN_MS = 30_000;
const NOT_BUILT = "The site has not been built. Run npm start, which builds it, and reload.";
const REBUILT = "The site was built again while this server ran. Restart the server and reload.";
const MALFORMED = "This address is malformed. Start from / instead.";
const NOT_FOUND = "There is no such page. Start from / instead.";
const READ_ONLY = "Pages can only be read: use GET or HEAD.";

/**
 * Serves the built site: compressed twins, ETag, cache headers by kind of file, one address per page,
 * the 404 page with its status. The files are listed once; a later build needs a restart, and the
 * answer says so.
 */
export function createStaticSite(deps: StaticSiteDeps): StaticSite {
  const files = listSiteFiles(deps.siteDir);
  if (files.size === 0) return (_, response) => sendSentence(response, 503, NOT_BUILT);
  const answerRead = createReader(deps, files);
  return (request, response) => {
    if (request.method === "GET" || request.method === "HEAD")
      return whenFirst(response, () => answerRead(request, response));
    response.setHeader("Allow", "GET, HEAD");
    sendSentence(response, 405, READ_ONLY);
  };
}

function createReader(deps: StaticSiteDeps, files: SiteFiles): StaticSite {
  const { siteDir, policyOf, readWithinMs = READ_WITHIN_MS } = deps;
  const sendFile = createFileSender({ siteDir, policyOf, readWithinMs });
  const sendMissing = createMissingSender(deps, files);
  return (request, response) => {
    const path = decodedPath(request.url);
    if (path === undefined) return sendSentence(response, 400, MALFORMED);
    const entry = findEntry(files, path);
    if (entry.kind === "missing") return sendMissing(response);
    if (entry.kind === "directory") return redirect(request, response, entry.path);
    if (isUnchanged(siteDir, files, entry.file)) return sendFile(request, response, entry.file);
    sendSentence(response, 503, REBUILT);
  };
}

function createMissingSender(deps: StaticSiteDeps, files: SiteFiles) {
  const file = join(deps.siteDir, NOT_FOUND_PAGE);
  const page = files.has(NOT_FOUND_PAGE) ? readFileSync(file) : undefined;
  return (response: ServerResponse): void => {
    if (!page) {
      sendSentence(response, 404, NOT_FOUND);
      return;
    }
    response.setHeader("Content-Security-Policy", deps.policyOf(NOT_FOUND_PAGE));
    sendUncached(response, { status: 404, contentType: "text/html;charset=utf-8", body: page });
  };
}

/** A length that no longer fits the file would garble this answer and the next one on the connection. */
function isUnchanged(siteDir: string, files: SiteFiles, file: string): boolean {
  const now = statSync(join(siteDir, file), { throwIfNoEntry: false });
  return now?.mtimeMs === files.get(file);
}

function redirect(request: IncomingMessage, response: ServerResponse, path: string): void {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const location = encoded + requestQuery(request.url);
  response.setHeader("Location", location);
  sendSentence(response, 308, `This page is at ${location}`);
}
