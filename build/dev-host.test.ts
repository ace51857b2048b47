import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDevApp } from "#server/dev.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { devHost } from "./dev-host.ts";

let http: Server;
let url: string;

/** The part of Vite's dev server that the backend needs, with a site that answers everything. */
beforeEach(async () => {
  http = createServer((_, response) => response.end("the site"));
  const server = {
    httpServer: http,
    ssrLoadModule: async () => ({ createDevApp }),
    watcher: { on: () => undefined },
  };
  const logger = { info: () => undefined, error: (error: unknown) => expect.fail(String(error)) };
  const setUp = devHost().hooks["astro:server:setup"];
  await setUp?.({ server, logger } as never);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => {
  http.close();
  http.closeAllConnections();
});

const bodyOf = async (path: string): Promise<string> => (await fetch(url + path)).text();

test("sockets and routes of benches come before the site, whatever their last letter", async () => {
  expect(await bodyOf("/labs/")).toBe("the site");
  expect(await bodyOf("/control/?EIO=4&transport=polling")).toContain('0{"sid"');
  expect(await bodyOf("/b/transports/poll?bench=x&seat=y")).toContain("no such bench");
});

test("a page opens its bench on the dev server's port", async () => {
  using page = await TestPage.open({ url }, { lab: "echo" });
  expect((await page.subject("Ann")).connected).toBe(true);
});
