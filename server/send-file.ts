import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import sirv from "sirv";
import { acceptedEncodings } from "./accepted-encodings.ts";
import type { StaticSiteDeps } from "./static.ts";

/** Sends a listed file of the site, named by its path without leading slash. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, file: string) => void;

const DAY_S = 86_400;

/** sirv picks the twin, compares the ETag and streams; headers and what it leaves open are ours. */
export function createFileSender({
  siteDir,
  policyOf,
  readWithinMs,
}: Required<StaticSiteDeps>): SendFile {
  const serve = sirv(siteDir, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response) => response.removeHeader("ETag"),
  });
  return (request, response, file) => {
    response.setHeader("Cache-Control", cacheControl(file));
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Content-Security-Policy", policyOf(file));
    // Without a listener, Node breaks the connection then; it sets its own time for the next request.
    response.setTimeout(readWithinMs);
    keepEtagOn304(request, response);
    response.once("pipe", (source: Readable) => closeTogether(source, response));
    serve(askFor(request, file), response);
  };
}

function cacheControl(file: string): string {
  if (file.startsWith("_astro/")) return `public, max-age=${365 * DAY_S}, immutable`;
  return file.endsWith(".html") ? "no-cache" : `public, max-age=${DAY_S}`;
}

/**
 * The request as sirv shall see it: a listed file, encodings that are really wanted, and no `Range`,
 * which sirv reads wrongly (`bytes=9-1` throws). The request itself stays as it came.
 */
function askFor(request: IncomingMessage, file: string): IncomingMessage {
  const { range: _, ...headers } = request.headers;
  return Object.assign(Object.create(request) as IncomingMessage, {
    url: `/${file.split("/").map(encodeURIComponent).join("/")}`,
    headers: { ...headers, "accept-encoding": acceptedEncodings(headers["accept-encoding"]) },
  });
}

/** sirv's 304 carries no ETag; it is sent only if the two are equal, so the client's is the right one. */
function keepEtagOn304(request: IncomingMessage, response: ServerResponse): void {
  const etag = request.headers["if-none-match"];
  if (etag && /^W\/"[\d-]+"$/.test(etag)) response.setHeader("ETag", etag);
}

/** sirv neither closes a file that the client stopped reading nor survives one that cannot be read. */
function closeTogether(source: Readable, response: ServerResponse): void {
  source.once("error", () => response.destroy());
  response.once("close", () => source.destroy());
}
