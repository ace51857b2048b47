import type { AddressInfo } from "node:net";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { type App, createApp } from "../app.ts";
import { labServers } from "../labs.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { createLog } from "../log.ts";

/** What a test may set; the rest is as in a fresh clone. */
export interface TestHostOptions {
  limits?: Partial<Limits>;
  labs?: readonly LabServer[];
  publicOrigins?: readonly string[];
  build?: string;
  trustProxyHops?: number;
}

/** A whole host on a port of its own. Its clock can be put forward; all that it logs is kept. */
export class TestHost implements AsyncDisposable {
  readonly app: App;
  readonly log: string[] = [];
  #port = 0;
  #skewMs = 0;

  private constructor(options: TestHostOptions) {
    this.app = createApp({
      config: {
        host: "127.0.0.1",
        port: 0,
        publicOrigins: options.publicOrigins ?? [],
        trustProxyHops: options.trustProxyHops ?? 0,
        logLevel: "trace",
        limits: { ...defaultLimits, ...options.limits },
      },
      labs: options.labs ?? labServers,
      site: (_, response) => response.end("the site"),
      log: createLog({
        level: "trace",
        destination: { write: (line: string) => void this.log.push(line) },
      }),
      version: "test",
      build: options.build ?? "dev",
      nowMs: () => performance.now() + this.#skewMs,
      random: () => 0.5,
    });
  }

  /** Listens on a free port. */
  static async start(options: TestHostOptions = {}): Promise<TestHost> {
    const host = new TestHost(options);
    const server = await host.app.listen(0, "127.0.0.1");
    host.#port = (server.address() as AddressInfo).port;
    return host;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Puts the clock forward and lets the host do what it does every second. */
  advance(byMs: number): void {
    this.#skewMs += byMs;
    this.app.benches.sweep();
  }

  /** The counts of `/healthz`. */
  async health(): Promise<{ benches: number; connections: number }> {
    const answer = await fetch(`${this.url}/healthz`, { headers: { Connection: "close" } });
    return (await answer.json()) as { benches: number; connections: number };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close();
  }
}
