import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStaticSite } from "./static.ts";

const BIG_BYTES = 8 * 1024 * 1024;
const page = "<!doctype html><title>Home</title>";
const lost = "<!doctype html><title>Not here</title>";

let folder: string;
let siteDir: string;
let server: Server;
let port: number;

const write = (path: string, content: string | Buffer): void => {
  const file = join(siteDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

const writeTwins = (path: string, content: string): void => {
  write(path, content);
  write(`${path}.br`, brotliCompressSync(content));
  write(`${path}.gz`, gzipSync(content));
};

async function serve(readWithinMs?: number): Promise<void> {
  const policyOf = (file: string) => `policy of ${file}`;
  server = createServer(
    createStaticSite({ siteDir, policyOf, ...(readWithinMs && { readWithinMs }) }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
}

const get = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...options });

/** Sends a request that `fetch` would mend first. Resolves with the whole answer. */
async function getRaw(target: string, more = ""): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`, "latin1");
  return (await socket.setEncoding("latin1").toArray()).join("");
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirebook-static-"));
  siteDir = join(folder, "site");
  writeTwins("index.html", page);
  writeTwins("404.html", lost);
  write("lessons/emitting/index.html", "<!doctype html><title>Emitting</title>");
  writeTwins("_astro/a.B1.js", "export const a = 1;");
  write("_astro/alone.C2.css", "a{}");
  write("favicon.svg", "<svg/>");
  write("caf\u00e9 1.txt", "coffee");
  write(".env", "hidden");
  write(".git/config", "hidden");
  write(".well-known/security.txt", "Contact: x");
  write("big.bin", Buffer.alloc(BIG_BYTES));
  writeFileSync(join(folder, "secret.txt"), "hidden");
  symlinkSync(join(folder, "secret.txt"), join(siteDir, "link.txt"));
  await serve();
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe("a page", () => {
  it("is served with its type, policy and revalidation", async () => {
    const answer = await get("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("content-type")).toBe("text/html;charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-security-policy")).toBe("policy of index.html");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
  });

  it("is not sent again while it is the same", async () => {
    const etag = (await get("/")).headers.get("etag") ?? "";
    const again = await get("/", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("cache-control")).toBe("no-cache");
  });

  it("has its own ETag when the client has another", async () => {
    const answer = await get("/", { headers: { "If-None-Match": 'W/"1-2"' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).not.toBe('W/"1-2"');
    expect(answer.headers.get("etag")).toMatch(/^W\/"\d+-\d+"$/);
  });

  it("answers HEAD with the same headers and no body", async () => {
    const answer = await get("/", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(0);
    expect(await answer.text()).toBe("");
  });

  it("is found at one address: the one with the slash, query kept", async () => {
    const answer = await get("/lessons/emitting?preset=x&y=%20");
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe("/lessons/emitting/?preset=x&y=%20");
    expect((await get("/lessons/emitting/")).status).toBe(200);
  });

  it("is found in absolute form too", async () => {
    expect(await getRaw(`http://x:1/lessons/emitting/?a`)).toContain("Emitting</title>");
  });
});

describe("a file", () => {
  it("under _astro is kept for a year", async () => {
    const answer = await get("/_astro/a.B1.js");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toBe("text/javascript");
  });

  it("elsewhere is kept for a day", async () => {
    expect((await get("/favicon.svg")).headers.get("cache-control")).toBe("public, max-age=86400");
    expect((await get("/.well-known/security.txt")).status).toBe(200);
  });

  it("is found by its encoded name, composed or not", async () => {
    expect(await (await get("/caf%C3%A9%201.txt")).text()).toBe("coffee");
    expect(await (await get("/cafe%CC%81%201.txt")).text()).toBe("coffee");
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0", null],
    ["identity", null],
  ])("with Accept-Encoding %j comes as %s", async (accept, encoding) => {
    const answer = await get("/_astro/a.B1.js", { headers: { "Accept-Encoding": accept } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(await answer.text()).toBe("export const a = 1;");
  });

  it("without twins comes as it is", async () => {
    const answer = await get("/_astro/alone.C2.css");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe("a{}");
  });

  it.each([
    "bytes=9-1",
    "bytes=-5",
    "bytes=a-b",
    "bytes=0-1,3-4",
    "lines=1",
    "bytes=99999999-",
    "bytes=0-",
  ])("comes whole when asked for the range %j", async (range) => {
    const answer = await get("/favicon.svg", { headers: { Range: range } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("<svg/>");
  });
});

describe("what is not there", () => {
  it.each(["/nothing/", "/404.html", "/404/", "/favicon.svg/", "/_astro/gone.js", "/lessons/"])(
    "answers %s with the 404 page, kept nowhere",
    async (path) => {
      const answer = await get(path, { headers: { "Accept-Encoding": "br" } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(lost);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-type")).toBe("text/html;charset=utf-8");
      expect(answer.headers.get("content-security-policy")).toBe("policy of 404.html");
      expect(answer.headers.get("etag")).toBeNull();
    },
  );

  it("answers HEAD without a body", async () => {
    const answer = await get("/nothing/", { method: "HEAD" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-length")).toBe(String(lost.length));
    expect(await answer.text()).toBe("");
  });

  it.each([
    "/.env",
    "/.git/config",
    "/link.txt",
    "/index.html.br",
    "/index.html.gz",
    "/__proto__",
    "/constructor/",
  ])("includes %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(lost);
  });

  it("is said in a sentence when the site has no 404 page", async () => {
    rmSync(join(siteDir, "404.html"));
    server.close();
    await serve();
    const answer = await get("/nothing/");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("There is no such page. Start from / instead.\n");
  });
});

describe("a hostile request", () => {
  it.each([
    "/%ZZ",
    "/%",
    "/%00",
    "/index.html%00.txt",
    "/../secret.txt",
    "/../../../../etc/passwd",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%5csecret.txt",
    "/lessons/../../secret.txt",
    "//secret.txt",
    "//evil.example/lessons/emitting",
    "/%C0%AE%C0%AE/secret.txt",
    "/%E0%A4%A",
    "/\\..\\secret.txt",
    "/%0d%0aSet-Cookie:x",
    "/lessons%2Femitting",
    `/${"a/".repeat(3000)}`,
    `/${"%41".repeat(3000)}`,
    "/?%ZZ",
    "*",
  ])("for %s leaks nothing and leaves the server alive", async (target) => {
    const answer = await getRaw(target);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400|404) /);
    expect(answer).not.toContain("hidden");
    expect(answer).not.toMatch(/set-cookie|location:|root:/i);
    expect((await get("/")).status).toBe(200);
  });

  it("cannot add a header to a redirect", async () => {
    const answer = await getRaw("/lessons/emitting?a=%0d%0aX-Bad:1");
    expect(answer).toContain("Location: /lessons/emitting/?a=%0d%0aX-Bad:1\r\n");
    expect(answer).not.toMatch(/^X-Bad/m);
  });

  it.each(["/lessons/emitting?\u00e9\u00ff", "/\u00ff\u00fe"])(
    "with bytes that are no ASCII (%j) is answered",
    async (target) => {
      expect(await getRaw(target)).toMatch(/^HTTP\/1\.1 (?:308|400|404) /);
      expect((await get("/")).status).toBe(200);
    },
  );

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])(
    "that would %s is refused",
    async (method) => {
      const answer = await get("/", { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toBe("GET, HEAD");
    },
  );

  it("that stops reading leaves no file open", async () => {
    const opened = new Promise<Readable>((resolve) => {
      server.prependOnceListener("request", (_, response) => response.once("pipe", resolve));
    });
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "data");
    const source = await opened;
    const closed = once(source, "close");
    socket.destroy();
    await closed;
    expect(source.destroyed).toBe(true);
  });
});

describe("a client that reads nothing", () => {
  it("has one file open, however many it asks for at once", async () => {
    const opened: Readable[] = [];
    server.prependListener("request", ({ url }, response) => {
      if (url !== "/big.bin") return;
      response.once("pipe", (source: Readable) => opened.push(source));
    });
    const socket = connect(port, "127.0.0.1").pause();
    socket.write("GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
    await expect.poll(() => opened.length).toBeGreaterThan(0);
    await get("/");
    expect(opened.length).toBe(1);
    socket.destroy();
  });

  it("gets them all, one after the other, once it reads", async () => {
    const socket = connect(port, "127.0.0.1").setEncoding("latin1");
    const ask = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
    socket.write(
      ask("/caf%C3%A9%201.txt") + ask("/favicon.svg") + ask("/", "Connection: close\r\n"),
    );
    const text = (await socket.toArray()).join("");
    expect(text.match(/coffee|<svg\/>|<title>Home/g)).toEqual(["coffee", "<svg/>", "<title>Home"]);
  });

  it("is cut off after a while, and one that reads slowly is not", async () => {
    server.close();
    await serve(300);
    const socket = connect(port, "127.0.0.1").pause();
    socket.on("error", () => undefined);
    const accepted = once(server, "connection");
    socket.write("GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n");
    const [connection] = await accepted;
    const slow = await get("/big.bin");
    let sizeBytes = 0;
    for await (const part of slow.body ?? []) {
      sizeBytes += part.length;
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    expect(sizeBytes).toBe(BIG_BYTES);
    await expect.poll(() => connection.destroyed).toBe(true);
    socket.destroy();
  });
});

describe("a build that changes under the server", () => {
  it("is told as such, not served half", async () => {
    write("index.html", "<!doctype html><title>Other, and longer</title>");
    utimesSync(join(siteDir, "index.html"), 1, 1);
    const answer = await get("/");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Restart the server");
  });

  it("may take every file away", async () => {
    rmSync(siteDir, { recursive: true });
    expect((await get("/favicon.svg")).status).toBe(503);
    expect((await get("/nothing/")).status).toBe(404);
  });

  it("may take a twin away, which ends one answer and nothing else", async () => {
    rmSync(join(siteDir, "index.html.br"));
    await expect(get("/", { headers: { "Accept-Encoding": "br" } })).rejects.toThrow();
    expect((await get("/favicon.svg")).status).toBe(200);
  });
});

describe("a site that was never built", () => {
  it("says so, and how to build it", async () => {
    rmSync(siteDir, { recursive: true });
    server.close();
    await serve();
    const answer = await get("/");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toBe(
      "The site has not been built. Run npm start, which builds it, and reload.\n",
    );
  });
});
