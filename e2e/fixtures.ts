import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { OwnServer } from "./own-server.ts";
import { type PlainFiles, servePlainFiles } from "./plain-files.ts";
import { Trouble } from "./trouble.ts";

/** What tests of the site have beside Playwright's own. */
export interface SiteFixtures {
  /** Fails the test on errors, warnings, violations of the policy and requests to strangers. */
  trouble: Trouble;
  /** Opens a page in a context of its own, watched like the test's own. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** Starts a server for this test alone; it ends with the test. */
  startServer(env?: Record<string, string>): Promise<OwnServer>;
  /** Serves the built site, or these pages, without any backend. */
  startPlainFiles(pages?: Record<string, string>): Promise<PlainFiles>;
}

/** A test of the site in a real browser. */
export const test = base.extend<SiteFixtures>({
  trouble: [
    async ({ baseURL }, use) => {
      const trouble = new Trouble(baseURL ?? "http://localhost");
      await use(trouble);
      expect(trouble.seen, "what went wrong beside the test").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, trouble }, use) => {
    await trouble.watch(context);
    await use(context);
  },
  openPage: async ({ browser, trouble, baseURL, viewport, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const usual = { ...(baseURL && { baseURL }), viewport, ...(locale && { locale }) };
      const context = await browser.newContext({ ...usual, ...options });
      contexts.push(context);
      await trouble.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  startServer: async ({ trouble }, use) => {
    const servers: OwnServer[] = [];
    await use(async (env) => {
      const server = await OwnServer.start(env);
      servers.push(server);
      trouble.allowOrigin(server.url);
      return server;
    });
    await Promise.all(servers.map((server) => server.kill()));
  },
  startPlainFiles: async ({ trouble, context }, use) => {
    const all: PlainFiles[] = [];
    await use(async (pages) => {
      const files = await servePlainFiles(pages);
      all.push(files);
      trouble.allowOrigin(files.url);
      return files;
    });
    // Pages that outlive their server would complain of it.
    await Promise.all(context.pages().map((page) => page.close()));
    await Promise.all(all.map((files) => files.close()));
  },
});

export { expect };
