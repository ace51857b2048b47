import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { NetHost } from "#lab-kit/server/net/net-host.ts";
import { addressGroup, clientAddress } from "./address.ts";
import type { OpenBench } from "./bench.ts";
import { Benches } from "./benches.ts";
import type { Config } from "./config.ts";
import { type Control, openControl } from "./control.ts";
import { Dispatch, type EngineBounds } from "./dispatch.ts";
import { emptied } from "./emptied.ts";
import { setBackendHeaders, setSecurityHeaders } from "./headers.ts";
import { answerHealth, type HealthReport, healthReport } from "./health.ts";
import { connectionsOf, createHttpServer, startListening, stopAccepting } from "./http-server.ts";
import type { Log } from "./log.ts";
import { isOriginAllowed } from "./origin.ts";
import { packetLimit, packetLimitsOf } from "./packet-limit.ts";
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
  request: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes over one upgrade; Vite's own go past it in development. */
  dispatch: Dispatch;
  /** Makes an HTTP server of the two. */
  listen(port: number, host: string): Promise<HttpServer>;
  /** Tells the pages, closes the benches and the server. Done within five seconds. */
  close(): Promise<void>;
}

const sweepEveryMs = 1000;
/** Pages get this long to take the news; a poll may be on its way. */
const lastWordsWithinMs = 500;
/** What has been asked to close is cut off after this. */
const closeWithinMs = 2000;
/** Heartbeats, acknowledgements and attachments are packets, too. */
const packetsPerEvent = 4;
/** A connection under study comes with others: pages, scripts, polls. */
const connectionsPerSession = 2;

/** Builds the host: static site, benches, control channel, health. */
export function createApp(deps: AppDeps): App {
  return new Host(deps);
}

class Host implements App {
  readonly benches: Benches;
  readonly dispatch: Dispatch;
  readonly #deps: AppDeps;
  readonly #nowMs: () => number;
  readonly #startedAtMs: number;
  readonly #sessions: Sessions;
  readonly #net: NetHost;
  readonly #control: Control;
  readonly #sweeper: NodeJS.Timeout;
  #isStopping = false;
  /** Closes the HTTP server's connections, once it accepts no more. */
  #stopAccepting: (() => (withinMs: number) => Promise<void>) | undefined;

  constructor(deps: AppDeps) {
    this.#deps = deps;
    this.#nowMs = deps.nowMs ?? (() => performance.now());
    this.#startedAtMs = this.#nowMs();
    this.#sessions = new Sessions(deps.config.limits);
    this.#net = new NetHost(this.#nowMs);
    this.benches = this.#createBenches();
    this.#control = this.#openControl();
    this.dispatch = this.#createDispatch();
    this.#sweeper = setInterval(() => this.#sweep(), sweepEveryMs);
  }

  readonly request: App["request"] = (request, response) => {
    setBackendHeaders(response);
    if (this.dispatch.request(request, response)) return;
    setSecurityHeaders(request, response, this.#deps.config);
    if (requestPath(request.url) === "/healthz") answerHealth(request, response, this.#health());
    else this.#deps.site(request, response);
  };

  async listen(port: number, host: string): Promise<HttpServer> {
    const { log, config } = this.#deps;
    const { request, dispatch } = this;
    const server = createHttpServer({ request, dispatch, ...connectionBounds(config), log });
    const connections = connectionsOf(server);
    await startListening(server, { port, host, log });
    this.#stopAccepting = () => stopAccepting(server, connections);
    return server;
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#sweeper);
    const endConnections = this.#stopAccepting?.();
    await this.benches.endAll("shutdown");
    await emptied(this.#control.engine, lastWordsWithinMs);
    await Promise.all([this.#control.io.close(), this.#net.close()]);
    await endConnections?.(closeWithinMs);
  }

  #createBenches(): Benches {
    const { labs, config, log, random } = this.#deps;
    return new Benches({
      labs: new Map(labs.map((lab) => [lab.contract.id, lab])),
      limits: config.limits,
      nowMs: this.#nowMs,
      random: random ?? Math.random,
      net: this.#net,
      log,
    });
  }

  #openControl(): Control {
    const { config, log, build } = this.#deps;
    return openControl({
      benches: this.benches,
      limits: config.limits,
      log,
      build,
      addressOf: (socket) => this.#addressOf(socket.request),
      benchOpened: (bench) =>
        bench.onEngine((engine) => this.dispatch.watch(engine, this.#benchBounds(bench))),
    });
  }

  #sweep(): void {
    this.benches.sweep();
    this.#sessions.sweep();
  }

  #createDispatch(): Dispatch {
    const { config } = this.#deps;
    const dispatch = new Dispatch({
      benches: this.benches,
      control: this.#control.engine,
      sessions: this.#sessions,
      addressOf: (request) => this.#addressOf(request),
      isOriginAllowed: ({ headers }) => isOriginAllowed(headers, config),
      routeMessageBytes: config.limits.subjectMessageBytes,
      isStopping: () => this.#isStopping,
    });
    const packetsPerSecond = config.limits.commandsPerSecond * packetsPerEvent;
    dispatch.watch(this.#control.engine, { opened: () => packetLimit(packetsPerSecond) });
    return dispatch;
  }

  #benchBounds(bench: OpenBench): EngineBounds {
    const { subjectsPerBench, eventsPerSecond } = this.#deps.config.limits;
    const limitOf = packetLimitsOf(bench, eventsPerSecond * packetsPerEvent);
    return {
      sessions: subjectsPerBench,
      of: bench,
      opened(session) {
        bench.sessionOpened(session);
        return limitOf(session);
      },
    };
  }

  #addressOf(request: IncomingMessage): string {
    return addressGroup(clientAddress(request, this.#deps.config.trustProxyHops));
  }

  #health(): HealthReport {
    return healthReport({
      startedAtMs: this.#startedAtMs,
      nowMs: this.#nowMs(),
      isStopping: this.#isStopping,
      benches: this.benches.count,
      connections: this.#sessions.count,
      version: this.#deps.version,
    });
  }
}

function connectionBounds({ limits, trustProxyHops }: Config) {
  const mostOfOne = limits.connectionsPerAddress * connectionsPerSession;
  return {
    mostConnections: limits.connections * connectionsPerSession,
    mostConnectionsPerAddress: trustProxyHops === 0 ? mostOfOne : undefined,
  };
}
