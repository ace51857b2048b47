import { expect, test } from "vitest";
import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { BenchNet } from "#lab-kit/server/net/bench-net.ts";
import { KernelTables, type TcpView } from "#lab-kit/server/net/kernel-tables.ts";
import { ok } from "#lib/result.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const isLinux = process.platform === "linux";
const program = new URL("../src/lab-kit/server/net/testing/echo-program.ts", import.meta.url);

const contract = defineContract({
  id: "sockets",
  title: "Sockets",
  summary: "Sockets of a bench in the kernel.",
  sources: [],
  leavesOut: [],
  subjects: [],
  commands: {
    tell: { payload: z.record(z.string(), z.unknown()), reply: z.object({}) },
    kernel: { payload: z.strictObject({}), reply: z.object({ view: z.unknown() }) },
  },
  notices: { said: z.unknown() },
  failures: {},
});

const lab = defineLabServer(contract, (bench) => {
  const running = bench.net.run(program, (said) => bench.notify("said", said));
  return {
    handlers: {
      tell: (message) => {
        running.tell(message);
        return ok({});
      },
      kernel: async () => ok({ view: await bench.net.kernelTcp() }),
    },
  };
});

const start = (socketsPerBench = 24) =>
  TestHost.start({ labs: [lab], limits: { socketsPerBench, commandsPerSecond: 1000 } });

async function kernelOf(page: TestPage): Promise<TcpView | undefined> {
  const answer = await page.command("kernel", {});
  return answer.ok ? (answer.value.view as TcpView | undefined) : undefined;
}

async function listen(page: TestPage): Promise<number> {
  const before = page.notices.length;
  await page.command("tell", { do: "begin" });
  await until(() => page.notices.length > before);
  const [, said] = page.notices.at(-1) ?? [];
  return (said as { listens: { port: number } }).listens.port;
}

test.runIf(isLinux)(
  "a bench sees its own sockets in the kernel's table, and no other bench's",
  async () => {
    await using host = await start();
    using one = await TestPage.open(host, { lab: "sockets" });
    using other = await TestPage.open(host, { lab: "sockets" });
    const localPort = await listen(one);
    await listen(other);
    expect((await kernelOf(one))?.tcp).toMatchObject([{ localPort, state: "LISTEN" }]);
    await one.command("tell", { do: "connect", port: localPort });
    await until(async () => (await kernelOf(one))?.tcp.length === 3);
    expect((await kernelOf(other))?.tcp.length).toBe(1);
  },
);

test.runIf(isLinux)("a bench that ends takes its sockets along", async () => {
  await using host = await start();
  using page = await TestPage.open(host, { lab: "sockets" });
  const localPort = await listen(page);
  await page.command("tell", { do: "connect", port: localPort });
  await page.command("tell", { do: "hold" });
  await until(async () => (await kernelOf(page))?.tcp.length === 4);
  const address = host.app.benches.find(page.bench)?.net.address ?? "";
  await host.app.benches.end(page.bench, "idle");
  const left = await new KernelTables({ nowMs: () => performance.now() }).tcpOf(address);
  expect(left?.tcp.filter(({ inode }) => inode !== 0)).toEqual([]);
});

test("a bench that has ended takes no address, no table and no program any more", async () => {
  await using host = await start();
  using page = await TestPage.open(host, { lab: "sockets" });
  const net = host.app.benches.find(page.bench)?.net as BenchNet;
  await host.app.benches.end(page.bench, "idle");
  expect(await net.kernelTcp()).toBeUndefined();
  expect(await net.kernelUdp()).toBeUndefined();
  expect(() => net.run(program, () => undefined)).toThrow("ended");
  expect(() => net.address).toThrow("ended");
});

test("a bench runs no more than four programs at once", async () => {
  await using host = await start();
  using page = await TestPage.open(host, { lab: "sockets" });
  const net = host.app.benches.find(page.bench)?.net as BenchNet;
  const others = [1, 2, 3].map(() => net.run(program, () => undefined));
  expect(() => net.run(program, () => undefined)).toThrow("programs = 4");
  await others[0]?.close();
  expect(() => net.run(program, () => undefined)).not.toThrow();
});

test("a bench has no more sockets than the limit, and the host is told", async () => {
  await using host = await start(8);
  using page = await TestPage.open(host, { lab: "sockets" });
  await page.command("tell", { do: "flood" });
  await until(() => host.log.some((line) => line.includes("lab-threw")));
  expect((await kernelOf(page))?.tcp.length ?? 8).toBe(8);
});

test("a program that crashes takes no bench along", async () => {
  await using host = await start();
  using one = await TestPage.open(host, { lab: "sockets" });
  await one.command("tell", { do: "crash" });
  await until(() => host.log.some((line) => line.includes("lab-threw")));
  using other = await TestPage.open(host, { lab: "sockets" });
  expect(await listen(other)).toBeGreaterThan(0);
});
