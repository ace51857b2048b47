import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";

/**
 * A switch acts at once: its client may go before it has come, which Chromium finds worth a warning.
 * Whether a test meets that depends on how quick its machine is.
 */
const goneEarly =
  /WebSocket connection to .*\/socket\.io\/.* failed: WebSocket is closed before the connection is/;

/** What no page of the site may do, unless a test brings it about on purpose. */
export class Trouble {
  readonly seen: string[] = [];
  readonly #origins: Set<string>;
  readonly #expected: RegExp[] = [goneEarly];

  constructor(baseUrl: string) {
    this.#origins = new Set([new URL(baseUrl).origin]);
  }

  /** Another origin that pages of this test may talk to. */
  allowOrigin(url: string): void {
    this.#origins.add(new URL(url).origin);
  }

  /** A message of the console that this test brings about. */
  expect(message: RegExp): void {
    this.#expected.push(message);
  }

  /** Watches every page of a context, those of today and of later. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
      );
    });
    context.on("console", (message) => this.#said(message));
    context.on("weberror", (error) => this.#failed(error.error().message));
    context.on("request", (request) => this.#asked(request.url()));
    context.on("page", (page: Page) => {
      page.on("websocket", (socket) => this.#asked(socket.url().replace(/^ws/, "http")));
    });
  }

  /** A page that is shown before its transition could begin goes without, which harms nobody. */
  #failed(message: string): void {
    if (!message.startsWith("Transition was ")) this.#note(`page error: ${message}`);
  }

  #said(message: ConsoleMessage): void {
    if (!["error", "warning", "assert"].includes(message.type())) return;
    this.#note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #asked(url: string): void {
    if (!/^https?:/.test(url)) return;
    if (!this.#origins.has(new URL(url).origin)) this.#note(`request to another origin: ${url}`);
  }

  #note(trouble: string): void {
    if (!this.#expected.some((message) => message.test(trouble))) this.seen.push(trouble);
  }
}
