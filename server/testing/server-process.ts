import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { until } from "./until.ts";

const entry = join(import.meta.dirname, "..", "index.ts");

/** The server as `npm start` runs it, in a process of its own. */
export class ServerProcess implements Disposable {
  readonly #child: ChildProcess;
  #output = "";

  constructor(env: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, [entry], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
      });
    }
  }

  /** A server on a free port, listening. */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const started = new ServerProcess({ PORT: "0", ...env });
    await until(() => started.port > 0);
    return started;
  }

  get output(): string {
    return this.#output;
  }

  get port(): number {
    return Number(/listening on http:\/\/127\.0\.0\.1:(\d+)\//.exec(this.#output)?.[1] ?? 0);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves with the exit code; null when a signal ended it. */
  async exit(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const [code] = (await once(this.#child, "exit")) as [number | null];
    return code;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  [Symbol.dispose](): void {
    this.#child.kill("SIGKILL");
  }
}
