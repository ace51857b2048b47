import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { addressGroup, clientAddress } from "./address.ts";
import { Benches } from "./benches.ts";
import type { Config } from "./config.ts";
import { openControl } from "./control.ts";
import { Dispatch } from "./dispatch.ts";
import { setSecurityHeaders } from "./headers.ts";
import { answerHealth, healthReport } from "./health.ts";
import type { Log } from "./log.ts";
import { isOriginAllowed } from "./origin.ts";
import { requestPath } from "./request-path.ts";
import { Sessions } from "./sessions.ts";
import type { StaticSite } from "./static.ts";

/** All that the host is made of; nothing else is read from outside. */
export interface AppDeps {
  config: Config;
  labs: readonly LabServer[];
  site: StaticSite;
  log: Log;
  version: string;
  /** Build of the site; `dev` fits every page. */
  build: string;
  /** A clock in milliseconds. */
  nowMs?: () => number;
  /** Numbers in [0, 1). */
  random?: () => number;
}

/** The host, not yet listening. */
export interface App {
  benches: Benches;
  /** Answers one request. */
  request: (request: IncomingMessage, response: Parameters<StaticSite>[1]) => void;
  /** Takes over one upgrade; Vite's own go past it in development. */
  dispatch: Dispatch;
  /** Makes an HTTP server of the two. */
  listen(port: number, host: string): Promise<HttpServer>;
  /** Tells the pages, closes the benches and the server. Done within five seconds. */
  close(): Promise<void>;
}

const sweepEveryMs = 1000;
const closeWithinMs = 3000;

/** Builds the host: static site, benches, control channel, health. */
export function createApp(deps: AppDeps): App {
  const { config, log } = deps;
  const nowMs = deps.nowMs ?? (() => performance.now());
  const startedAtMs = nowMs();
  const labs = new Map(deps.labs.map((lab) => [lab.contract.id, lab]));
  const random = deps.random ?? Math.random;
  const benches = new Benches({ labs, limits: config.limits, nowMs, random, log });
  const sessions = new Sessions(config.limits);
  const addressOf = (request: IncomingMessage) =>
    addressGroup(clientAddress(request, config.trustProxyHops));
  const control = openControl({
    benches,
    limits: config.limits,
    log,
    build: deps.build,
    addressOf: (socket: Socket) => addressOf(socket.request),
    benchOpened: (bench) => dispatch.watch(bench.engine),
  });
  const dispatch = new Dispatch({
    benches,
    control: control.engine,
    sessions,
    addressOf,
    isOriginAllowed: (request) => isOriginAllowed(request.headers, config),
  });
  dispatch.watch(control.engine);
  const sweeper = setInterval(() => benches.sweep(), sweepEveryMs);
  let isStopping = false;
  let server: HttpServer | undefined;

  const request: App["request"] = (incoming, response) => {
    setSecurityHeaders(incoming, response, config);
    if (dispatch.request(incoming, response)) return;
    if (requestPath(incoming.url) === "/healthz") {
      const connections = sessions.count;
      const counts = { benches: benches.count, connections, version: deps.version };
      const facts = { startedAtMs, nowMs: nowMs(), isStopping, ...counts };
      answerHealth(incoming, response, healthReport(facts));
      return;
    }
    deps.site(incoming, response);
  };

  return {
    benches,
    request,
    dispatch,
    async listen(port, host) {
      server = createServer(request);
      server.on("upgrade", (...args) => dispatch.upgrade(...args));
      await startListening(server, port, host);
      return server;
    },
    async close() {
      isStopping = true;
      clearInterval(sweeper);
      const closed = server && stopAccepting(server);
      await benches.endAll("shutdown");
      await control.io.close();
      setTimeout(() => server?.closeAllConnections(), closeWithinMs).unref();
      server?.closeIdleConnections();
      await closed;
    },
  };
}

function startListening(server: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

const stopAccepting = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });
