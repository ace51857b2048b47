import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const listening = /listening on (http:\/\/[^\s/]+)\//;

/** A server of one test, to be killed and started again. */
export class OwnServer {
  /** Its address, which stays the same after `restart`. */
  readonly url: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess;

  private constructor(url: string, env: Record<string, string>, child: ChildProcess) {
    this.url = url;
    this.#env = env;
    this.#child = child;
  }

  /** Starts one on a free port, with these variables beside the usual ones. */
  static async start(env: Record<string, string> = {}): Promise<OwnServer> {
    const { child, url } = await spawnServer({ ...env, PORT: "0" });
    return new OwnServer(url, env, child);
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }

  /** Starts it again on the same port. */
  async restart(): Promise<void> {
    const { child } = await spawnServer({ ...this.#env, PORT: new URL(this.url).port });
    this.#child = child;
  }
}

async function spawnServer(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["server/index.ts"], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, url: await addressOf(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      const url = listening.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
}
