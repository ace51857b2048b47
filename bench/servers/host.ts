/** This project's host with all its labs and limits far away; without the built site. */
import type { AddressInfo } from "node:net";
import { type App, createApp } from "#server/app.ts";
import { newKey } from "#server/key.ts";
import { labServers } from "#server/labs.ts";
import { type Limits, limitRows } from "#server/limits.ts";
import { createLog } from "#server/log.ts";
import { answer, ready } from "./answers.ts";
import { broadcastServer } from "./broadcast-lab.ts";
import { tappedServer } from "./tapped-lab.ts";

/** The largest that the host allows; the measurements are not to meet a limit. */
const limits = {
  ...(Object.fromEntries(limitRows.map((row) => [row.name, row.max])) as Limits),
  subjectMessageBytes: 16 * 1024,
  controlMessageBytes: 1024 * 1024,
};

const app = createApp({
  config: {
    host: "127.0.0.1",
    port: 0,
    publicOrigins: [],
    trustProxyHops: 0,
    logLevel: "silent",
    limits,
  },
  labs: [...labServers, broadcastServer, tappedServer],
  site: (_, response) => response.writeHead(404).end(),
  log: createLog({ level: "silent" }),
  version: "bench",
  build: "dev",
});
const server = await app.listen(0, "127.0.0.1");
ready((server.address() as AddressInfo).port);
answer((count) => openBenches(app, count));

/** Opens benches of the emit lab to which nobody is connected. */
function openBenches({ benches }: App, count: number): void {
  for (let opened = 0; opened < count; opened += 1) {
    const keys = { bench: newKey(), owner: newKey() };
    if (!benches.openFor({ lab: "emit", address: "bench", ...keys }).ok) {
      throw new Error("open-benches: refused");
    }
  }
}
