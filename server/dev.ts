import { type App, createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { labServers } from "./labs.ts";
import { createLog } from "./log.ts";

/**
 * The host without its site, for Vite's dev server to put in front of its own. Loaded anew whenever
 * its code changes.
 *
 * @throws with one sentence for each wrong setting
 */
export function createDevApp(env: NodeJS.ProcessEnv): App {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.failure.join("\n"));
  return createApp({
    config: config.value,
    labs: labServers,
    log: createLog({ level: "warn" }),
    site: (_, response) => response.writeHead(404).end(),
    version: "dev",
    build: "dev",
  });
}
