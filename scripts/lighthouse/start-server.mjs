import { spawn } from "node:child_process";
import { projectNode } from "../set-up/project-node.mjs";
import { projectRoot } from "../set-up/project-root.mjs";
import { stop, untilPrinted } from "./spawned.mjs";

const LISTENING = /listening on (http:\S+)\//;

/** Serves the built site on a free port. Resolves to its address and a function that ends it. */
export async function startServer() {
  const guard = new URL("../end-with-parent.mjs", import.meta.url).href;
  const child = spawn(projectNode(projectRoot), ["--import", guard, "server/index.ts"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const [, url] = await untilPrinted(child, child.stdout, LISTENING);
  return { url, stop: () => stop(child) };
}
