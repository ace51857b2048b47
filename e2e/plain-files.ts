import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const site = join(import.meta.dirname, "..", "dist", "site");

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** A server of files and nothing else, as any web space has it. */
export interface PlainFiles {
  url: string;
  close(): Promise<void>;
}

/** Serves the built site from a free port, with these pages in place of its own. */
export async function servePlainFiles(pages: Record<string, string> = {}): Promise<PlainFiles> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = pages[pathname];
    if (page !== undefined) {
      response.setHeader("Content-Type", "text/html").end(page);
      return;
    }
    const file = fileOf(pathname);
    response.statusCode = file ? 200 : 404;
    if (!file) return void response.end();
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

function fileOf(pathname: string): string | undefined {
  const path = join(site, normalize(pathname));
  const file = pathname.endsWith("/") ? join(path, "index.html") : path;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
