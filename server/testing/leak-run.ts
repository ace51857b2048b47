/**
 * Opens benches, uses them and cuts them off in every way, and prints what is left of them.
 *
 *   node --expose-gc server/testing/leak-run.ts 200
 */
import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { presets as datagrams } from "#labs/datagrams/presets.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { presets as stream } from "#labs/stream/presets.ts";
import { ok } from "#lib/result.ts";
import type { OpenBench } from "../bench.ts";
import { newKey } from "../key.ts";
import { labServers } from "../labs.ts";
import { arm } from "./arm.ts";
import { controlPath, subjectPath } from "./engine-paths.ts";
import { RawConnection } from "./raw-connection.ts";
import { TestHost } from "./test-host.ts";
import { TestPage } from "./test-page.ts";
import { until } from "./until.ts";

/** What is printed, as JSON. */
export interface LeakReport {
  opened: number;
  /** Benches, Socket.IO servers and engines that the collector could not take. */
  alive: number;
  heapGrowthBytes: number;
  descriptorGrowth: number;
}

type Way = (host: TestHost) => Promise<void>;

const recovering = defineLabServer(
  { ...echoContract, id: "recovering" },
  () => ({ handlers: { repeat: () => ok({}) } }),
  { recovery: { maxDisconnectionMs: 60_000 } },
);

const swallowing = defineLabServer({ ...echoContract, id: "swallowing" }, (bench) => {
  bench.treatUpgrades("swallowed");
  return { handlers: { repeat: () => ok({}) } };
});

const fragile = defineLabServer(
  { ...echoContract, id: "fragile" },
  () => ({ handlers: { repeat: () => ok({}) } }),
  {
    hasLines: true,
    engine: { pingInterval: 100, pingTimeout: 100 },
    recovery: { maxDisconnectionMs: 60_000, skipMiddlewares: true, lookEveryMs: 1000 },
  },
);

/** Opens a bench whose network can fail, with a client that has heard of something. */
const failing = (fail: (page: TestPage, bench: OpenBench) => Promise<void>): Way => {
  return async (host) => {
    using page = await TestPage.open(host, { lab: "fragile" });
    const ann = await page.subject("Ann", { reconnection: true, reconnectionDelay: 10 });
    const bench = host.app.benches.find(page.bench) as OpenBench;
    const heard = new Promise((resolve) => ann.once("news", resolve));
    bench.io.emit("news", "x".repeat(500));
    await heard;
    await fail(page, bench);
  };
};

const routed = defineLabServer({ ...echoContract, id: "routed" }, () => ({
  handlers: { repeat: () => ok({}) },
  routes: {
    news: { kind: "events", open: (stream) => stream.send({ data: "hi" }) },
    talk: { kind: "websocket", open: (socket) => socket.send("hi") },
  },
}));

/** Connections that never answer the closing of their WebSocket. */
const mutes = new Set<RawConnection>();

/** Opens a bench of the emit lab, lets an event go round, and hands it on to be cut off. */
const used = (cut: (page: TestPage, host: TestHost) => Promise<void>): Way => {
  return async (host) => {
    using page = await TestPage.open(host);
    await arm(page);
    const [ann, bob] = [await page.subject("Ann"), await page.subject("Bob")];
    const heard = new Promise((resolve) => bob.once("news", resolve));
    ann.emit("news", "hi", () => undefined);
    await heard;
    await cut(page, host);
  };
};

async function poll(host: TestHost, page: TestPage): Promise<RawConnection> {
  const opened = await (await fetch(host.url + subjectPath(page))).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const raw = new RawConnection(host);
  raw.write(`GET ${subjectPath(page, { more: `&sid=${sid}` })} HTTP/1.1\r\nHost: x\r\n\r\n`);
  return raw;
}

const ways: readonly Way[] = [
  used((page) => page.command("bench-close", {}).then(() => undefined)),
  used(async () => undefined),
  used(async (page) => {
    for (const socket of [page.control, ...page.subjects]) socket.io.engine.close();
  }),
  used(async (page, host) => {
    using _raw = await poll(host, page);
  }),
  used(async (page, host) => {
    for (const connect of ["40", ""]) {
      const mute = new RawConnection(host);
      await mute.upgrade(subjectPath(page, { transport: "websocket" }));
      if (connect) mute.frame(connect);
      mutes.add(mute);
    }
    await page.command("bench-close", {});
  }),
  used(async (page) => {
    using guest = await page.invite();
    await guest.sit();
    await guest.subject("Dee");
    await page.command("bench-invite", { open: false });
  }),
  used(async (page) => {
    using guest = await page.invite();
    await guest.sit();
    await guest.subject("Dee");
  }),
  used(async (_, host) => host.advance(20 * 60_000)),
  async (host) => {
    using page = await TestPage.open(host, { lab: "routed" });
    const query = `?bench=${page.bench}&seat=${page.seats.Ann}`;
    using stream = new RawConnection(host);
    await stream.request(`/b/routed/news${query}`);
    const mute = new RawConnection(host);
    await mute.upgrade(`/b/routed/talk${query}`);
    mutes.add(mute);
  },
  used(async (page, host) => {
    host.app.benches.find(page.bench)?.tap(true);
    const cem = await page.subject("Cem");
    const heard = new Promise((resolve) => page.subjects[1]?.once("news", resolve));
    cem.emit("news", "tapped");
    await heard;
    using _raw = await poll(host, page);
    host.app.benches.find(page.bench)?.tap(true, "counts");
    cem.emit("news", "counted");
  }),
  async (host) => {
    using raw = new RawConnection(host);
    await raw.upgrade(controlPath("websocket"));
    const keys = { bench: newKey(), owner: newKey() };
    raw.frame(`40${JSON.stringify({ lab: "echo", build: "dev", ...keys })}`);
  },
  async (host) => {
    using page = await TestPage.open(host, { lab: "recovering" });
    const ann = await page.subject("Ann");
    const bench = host.app.benches.find(page.bench);
    for (let sent = 0; sent < 20; sent += 1) bench?.io.emit("news", "x".repeat(500));
    ann.io.engine.close();
  },
  async (host) => {
    using page = await TestPage.open(host, { lab: "swallowing" });
    const mute = new RawConnection(host);
    void mute.upgrade(subjectPath(page, { transport: "websocket" }));
    mutes.add(mute);
    await until(() => host.app.benches.find(page.bench)?.extras.gate.heldCount === 1);
    await page.command("bench-close", {});
  },
  async (host) => {
    using page = await TestPage.open(host, { lab: "socket-life" });
    await page.command("begin", {});
    const call = { mayWait: false, text: "hello", backlog: 1 };
    await page.command("call", { ...call, call: "bind", on: "L1" });
    await page.command("call", { ...call, call: "listen", on: "L1" });
    await page.command("call", { ...call, call: "connect", on: "C1" });
    page.command("call", { ...call, call: "recv", on: "C1" }).catch(() => undefined);
  },
  // Cut off while 8 MiB are on their way, and while a burst is.
  async (host) => {
    using page = await TestPage.open(host, { lab: "stream" });
    await page.command("transfer", { ...stream["stopped-reader"].settings });
    await until(() => page.observed.some(({ what }) => what === "wrote"));
  },
  async (host) => {
    using page = await TestPage.open(host, { lab: "datagrams" });
    await page.command("sendLoad", { ...datagrams.burst.settings });
  },
  async (host) => {
    using page = await TestPage.open(host, { lab: "unplug" });
    await page.command("renew", { recovery: "on", answers: "late", isIdempotent: true });
    const ann = await page.subject("Ann");
    const heard = new Promise((resolve) => ann.once("news", resolve));
    ann.emit("order", "A1", () => undefined);
    await page.command("news", { times: 3 });
    await heard;
    await page.command("fault", { fault: "pull", who: "Ann" });
    ann.emit("order", "A2", () => undefined);
  },
  failing(async ({ subjects: [ann] }, bench) => {
    bench.line("Ann")?.cut();
    await until(() => ann?.connected === false);
    bench.line("Ann")?.plug();
    await until(() => ann?.connected === true && ann.recovered);
  }),
  failing(async ({ subjects: [ann] }, bench) => {
    bench.line("Ann")?.pull();
    bench.io.emit("news", "held");
    await until(() => ann?.connected === false);
  }),
  failing(async ({ subjects: [ann] }, bench) => {
    bench.line("Ann")?.strand();
    ann?.io.engine.close();
    await until(() => bench.io.sockets.sockets.size === 2);
  }),
  failing(async ({ subjects: [ann] }, bench) => {
    await bench.restart({ recovery: { maxDisconnectionMs: 1000 } });
    await until(() => ann?.connected === false);
    await until(() => ann?.connected === true);
    void bench.restart();
  }),
  async (host) => {
    using page = await TestPage.open(host, {
      lab: "echo",
      client: { transports: ["polling", "websocket"] },
    });
    await page.subject("Ann", { transports: ["polling"] });
  },
];

const openDescriptors = (): number => readdirSync("/proc/self/fd").length;

const fewestRounds = 6;
/** What is closed may take a second to let go of its bench, on a busy machine. */
const mostRounds = 100;

/** Collects until nothing more goes away, and as long as something is alive that should not be. */
async function collect(isAlive = (): boolean => false): Promise<number> {
  for (let round = 0; round < fewestRounds || (isAlive() && round < mostRounds); round += 1) {
    await sleep(20);
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

async function settle(host: TestHost): Promise<void> {
  await until(async () => {
    host.advance(3 * 60_000);
    const { benches, connections } = await host.health();
    return benches === 0 && connections === 0;
  });
  await until(() => [...mutes].every(({ isClosed }) => isClosed));
  mutes.clear();
  host.log.length = 0;
}

async function run(benches: number): Promise<LeakReport> {
  const host = await TestHost.start({
    labs: [...labServers, routed, recovering, swallowing, fragile],
    limits: { benches: 3, commandsPerSecond: 1000 },
  });
  const refs: WeakRef<object>[] = [];
  let benchesOpened = 0;
  const openFor = host.app.benches.openFor.bind(host.app.benches);
  host.app.benches.openFor = (who) => {
    const opened = openFor(who);
    if (opened.ok) {
      benchesOpened += 1;
      refs.push(new WeakRef(opened.value));
      opened.value.onEngine((engine) => refs.push(new WeakRef(engine)));
      opened.value.onServer((io) => refs.push(new WeakRef(io)));
    }
    return opened;
  };
  const openAll = async (count: number) => {
    for (let opened = 0; opened < count; opened += 1) await ways[opened % ways.length]?.(host);
    await settle(host);
  };
  await openAll(benches);
  refs.length = 0;
  benchesOpened = 0;
  const heapBefore = await collect();
  const before = openDescriptors();
  await openAll(benches);
  await collect(() => refs.some((ref) => ref.deref() !== undefined));
  const counts = {
    opened: benchesOpened,
    alive: refs.filter((ref) => ref.deref() !== undefined).length,
  };
  refs.length = 0;
  const report = {
    ...counts,
    heapGrowthBytes: (await collect()) - heapBefore,
    descriptorGrowth: openDescriptors() - before,
  };
  await host.app.close();
  return report;
}

console.log(JSON.stringify(await run(Number(process.argv[2]))));
process.exit(0);
