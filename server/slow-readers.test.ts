import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import type { OpenBench } from "./bench.ts";
import { heldBytesOf, slowestReaders } from "./held-bytes.ts";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const kib = 1024;
const mib = 1024 * kib;
const text = "x".repeat(64 * kib);
/** More than the kernel takes for one connection. */
const large = "x".repeat(6 * mib);

/** Writes 64 KiB to everyone for each command, and asks for an acknowledgement that may not come. */
const pouring = defineLabServer(echoContract, (bench) => ({
  handlers: {
    repeat: ({ times }) => {
      for (let sent = 0; sent < times * 64; sent += 1) bench.io.emit("said", text);
      for (const socket of bench.subjects().values()) socket.emit("asked", () => undefined);
      return ok({});
    },
  },
}));

const start = (heldBytes = 256 * kib) =>
  TestHost.start({ labs: [pouring], limits: { heldBytes, commandsPerSecond: 100 } });

const heldBy = (host: TestHost, page: TestPage): number[] =>
  (host.app.benches.find(page.bench)?.sockets ?? []).map(heldBytesOf);

/** Ann on long polls. `ask` makes one that is never read, and resolves when the host waits to answer. */
async function openPolling(host: TestHost, page: TestPage) {
  const opened = await (await fetch(host.url + subjectPath(page))).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const path = subjectPath(page, { more: `&sid=${sid}` });
  await fetch(host.url + path, { method: "POST", body: "40" });
  const bench = host.app.benches.find(page.bench) as OpenBench;
  await until(() => bench.subjects().size === 1);
  const [ann] = bench.subjects().values();
  const transport = ann?.conn.transport as unknown as { res: ServerResponse | null };
  await (await fetch(host.url + path)).text();
  const ask = async (): Promise<ServerResponse> => {
    const raw = new RawConnection(host);
    raw.socket.pause();
    raw.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await until(() => transport.res !== null);
    return transport.res as ServerResponse;
  };
  return { bench, ask };
}

describe("a client that does not read", () => {
  it.each(["websocket", "polling"] as const)("by %s is cut off, and only it", async (transport) => {
    await using host = await start();
    using page = await TestPage.open(host, { lab: "echo" });
    using raw = new RawConnection(host);
    if (transport === "websocket") {
      await raw.upgrade(subjectPath(page, { transport }));
      raw.frame("40");
      await until(() => raw.read.includes('40{"sid"'));
      raw.socket.pause();
    } else {
      const opened = await (await fetch(host.url + subjectPath(page))).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      const url = host.url + subjectPath(page, { more: `&sid=${sid}` });
      await fetch(url, { method: "POST", body: "40" });
    }
    const reader = await page.subject("Ann");
    await until(() => heldBy(host, page).length === 3);
    const io = host.app.benches.find(page.bench)?.io;
    await until(async () => {
      const said = new Promise((resolve) => reader.once("said", resolve));
      io?.emit("said", text);
      await said;
      return heldBy(host, page).length === 2;
    });
    expect(reader.connected).toBe(true);
    expect(page.control.connected).toBe(true);
    await until(() => page.observed.some(({ what }) => what === "dropped"));
  });

  it("is cut off also when it is the control channel", async () => {
    await using host = await start();
    using page = await TestPage.open(host, { lab: "echo" });
    const { bench, owner } = page;
    using raw = new RawConnection(host);
    await raw.upgrade(controlPath("websocket"));
    raw.frame(`40${JSON.stringify({ lab: "echo", build: "dev", bench, owner })}`);
    await until(() => page.ended.includes("moved"));
    raw.socket.pause();
    const open = host.app.benches.find(bench);
    for (let told = 0; told < 200; told += 1) open?.notify("observed", [{ what: text }]);
    await until(() => heldBy(host, page).some((bytes) => bytes > 256 * kib));
    host.advance(1000);
    await until(() => open?.sockets.length === 0);
    expect(host.app.benches.count).toBe(1);
  });

  it("below the limit is waited for", async () => {
    await using host = await start();
    using page = await TestPage.open(host, { lab: "echo" });
    const opened = await (await fetch(host.url + subjectPath(page))).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const url = host.url + subjectPath(page, { more: `&sid=${sid}` });
    await fetch(url, { method: "POST", body: "40" });
    await until(() => heldBy(host, page).length === 2);
    const io = host.app.benches.find(page.bench)?.io;
    for (let sent = 0; sent < 3; sent += 1) io?.emit("said", text);
    host.advance(1000);
    expect(heldBy(host, page).some((bytes) => bytes > 3 * 64 * kib)).toBe(true);
    io?.emit("said", text);
    host.advance(1000);
    await until(() => heldBy(host, page).length === 1);
  });

  it("is cut off also when it asks again and again, and reads no answer", async () => {
    await using host = await start(8 * mib);
    using page = await TestPage.open(host, { lab: "echo" });
    const { ask, bench } = await openPolling(host, page);
    let asked = 0;
    while (bench.subjects().size > 0 && asked < 12) {
      await ask();
      bench.io.emit("said", large);
      host.advance(1000);
      asked += 1;
    }
    expect(asked).toBeLessThan(12);
    expect(page.control.connected).toBe(true);
  });

  it("leaves nothing behind when its bench has ended", async () => {
    await using host = await start(8 * mib);
    using page = await TestPage.open(host, { lab: "echo" });
    const { ask, bench } = await openPolling(host, page);
    const answer = await ask();
    bench.io.emit("said", large);
    await page.command("bench-close", {});
    await until(() => answer.destroyed);
  });

  it("that never acknowledges holds nothing up", async () => {
    await using host = await start();
    using page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann");
    const asked = new Promise((resolve) => ann.once("asked", resolve));
    await page.command("repeat", { times: 1 });
    await asked;
    await page.command("bench-close", {});
    await until(() => host.app.benches.count === 0 && ann.disconnected);
  });
});

describe("slowestReaders", () => {
  const holding = (bytes: number) => ({ heldBytes: () => bytes });

  it("names nobody while the sum is within the limit", () => {
    expect(slowestReaders([holding(50), holding(50)], 100)).toEqual([]);
  });

  it("names those who hold most, and no more than needed", () => {
    const [small, large, middle] = [holding(10), holding(100), holding(60)];
    expect(slowestReaders([small, large, middle], 100)).toEqual([large]);
    expect(slowestReaders([small, large, middle], 69)).toEqual([large, middle]);
  });
});
