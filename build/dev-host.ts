import type {
  Server as HttpServer,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import { relative } from "node:path";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import type { ViteDevServer } from "vite";
import type { App } from "../server/app.ts";
import { watchExchanges } from "../src/lab-kit/server/tap/watch-exchanges.ts";

const paths = ["/socket.io/", "/control/"];
const routes = "/b/";
const reloadAfterMs = 100;

/** Files whose change means a new backend: the host, and the server's part of labs and kit. */
const isBackend = (file: string): boolean =>
  /^(?:server|src\/lab-kit|src\/lib|src\/labs\/[^/]+)\/.*\.ts$/.test(file) &&
  !/\.test\.ts$/.test(file);

/**
 * Runs the backend in Astro's dev server, on the same port: its sockets stand beside Vite's own.
 * When its code changes it is closed and loaded anew; pages come back by themselves.
 */
export const devHost = (): AstroIntegration => ({
  name: "wirebook:dev-host",
  hooks: {
    "astro:server:setup": async ({ server, logger }) => {
      const host = new DevHost(server, logger);
      await host.reload();
      if (server.httpServer) host.serve(server.httpServer as HttpServer);
      server.watcher.on("all", (_, file) => host.changed(file));
    },
  },
});

class DevHost {
  readonly #vite: ViteDevServer;
  readonly #logger: AstroIntegrationLogger;
  #app: App | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(vite: ViteDevServer, logger: AstroIntegrationLogger) {
    this.#vite = vite;
    this.#logger = logger;
  }

  #request(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.#app || !isOurs(request)) return false;
    this.#app.request(request, response);
    return true;
  }

  /** Comes before all else: Astro would answer paths without a final slash itself. */
  serve(server: HttpServer): void {
    const others = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    server.on("request", (request, response) => {
      if (this.#request(request, response)) return;
      for (const other of others) other.call(server, request, response);
    });
    server.on("upgrade", (request, socket, head) => {
      if (isOurs(request)) this.#app?.dispatch.upgrade(request, socket, head);
    });
    this.#watch(server);
    server.on("close", () => void this.#app?.close());
  }

  #watch(server: HttpServer): void {
    watchExchanges(server, (request, isUpgrade) =>
      isOurs(request) ? this.#app?.dispatch.earFor(request, isUpgrade) : undefined,
    );
  }

  changed(file: string): void {
    if (!isBackend(relative(this.#vite.config.root, file).replaceAll("\\", "/"))) return;
    for (const { moduleGraph } of Object.values(this.#vite.environments)) {
      moduleGraph.onFileChange(file);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), reloadAfterMs);
  }

  /** Loads the backend. A mistake in it is told, and the one that runs stays. */
  async reload(): Promise<void> {
    try {
      const { createDevApp } = await this.#vite.ssrLoadModule("/server/dev.ts");
      const fresh = createDevApp(process.env) as App;
      const stale = this.#app;
      this.#app = fresh;
      await stale?.close();
      this.#logger.info(stale ? "backend reloaded" : "backend on the same port");
    } catch (error) {
      this.#logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

const isOurs = ({ url = "" }: IncomingMessage): boolean =>
  url.startsWith(routes) || paths.some((path) => url === path || url.startsWith(`${path}?`));
