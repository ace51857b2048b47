import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { readBuildId, readVersion } from "./build.ts";
import { type Config, readConfig } from "./config.ts";
import { readPolicies } from "./csp.ts";
import { labServers } from "./labs.ts";
import { lanUrls } from "./lan.ts";
import { createLog } from "./log.ts";
import { createStaticSite } from "./static.ts";

const rootDir = join(import.meta.dirname, "..");
const distDir = join(rootDir, "dist");

const read = readConfig(process.env);
if (read.ok) await run(read.value);
else giveUp(read.failure);

async function run(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel });
  const policyOf = readPolicies(join(distDir, "csp.json"));
  const app = createApp({
    config,
    log,
    labs: labServers,
    site: createStaticSite({ siteDir: join(distDir, "site"), policyOf }),
    version: readVersion(rootDir),
    build: readBuildId(distDir),
  });
  const server = await app.listen(config.port, config.host).catch((error: unknown) => {
    giveUp([listenProblem(error, config)]);
  });
  const { port } = server.address() as AddressInfo;
  printAddresses(config.host, port);
  process.on("uncaughtException", (error) => {
    log.fatal({ event: "crashed", error });
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log.info({ event: "stopping", signal });
      setTimeout(() => process.exit(1), 4500).unref();
      void app.close().then(() => process.exit(0));
    });
  }
}

function printAddresses(host: string, port: number): void {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const shown = name.includes(":") ? `[${name}]` : name;
  console.log(`Wirebook is listening on http://${shown}:${port}/`);
  for (const { card, url } of lanUrls({ host, port }, networkInterfaces())) {
    console.log(`In this network (${card}): ${url}`);
  }
}

function listenProblem(error: unknown, { host, port }: Config): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken by another program. Choose another: PORT=${otherPort(port)} npm start`;
  }
  if (code === "EACCES") {
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=4321 npm start`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all: HOST=0.0.0.0 npm start`;
  }
  return `The server could not listen on ${host}:${port} (${String(code ?? error)}).`;
}

function otherPort(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}

function giveUp(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}
