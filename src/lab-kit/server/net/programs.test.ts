import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "#server/testing/until.ts";
import { KernelTables } from "./kernel-tables.ts";
import { Programs, type RunningProgram } from "./programs.ts";

const module = new URL("./testing/echo-program.ts", import.meta.url);

interface Said {
  listens?: { port: number; address: string };
  atMs?: number;
  got?: string;
  count?: number;
  error?: string;
}

let programs: Programs;
beforeEach(() => {
  programs = new Programs();
});
afterEach(() => programs.close());

const isLinux = process.platform === "linux";

/** Sockets at this address that some program holds, as the kernel has them; 0 where it says nothing. */
async function held(address: string): Promise<number> {
  const view = await new KernelTables({ nowMs: () => performance.now() }).tcpOf(address);
  return view?.tcp.filter(({ inode }) => inode > 0).length ?? 0;
}

function openOne(address: string, mostSockets = 8) {
  const said: Said[] = [];
  const failures: string[] = [];
  const running: RunningProgram = programs.open({
    module,
    address,
    mostSockets,
    benchNowMs: 5000,
    heard: (message) => said.push(message as Said),
    failed: (reason) => failures.push(reason),
  });
  return { running, said, failures };
}

test("a program listens at its bench's address, and its client hears it back", async () => {
  const { running, said } = openOne("127.31.7.1");
  running.tell({ do: "begin" });
  await until(() => said.length === 1);
  expect(said[0]?.listens?.address).toBe("127.31.7.1");
  expect(said[0]?.atMs).toBeGreaterThan(5000);
  running.tell({ do: "connect", port: said[0]?.listens?.port });
  await until(() => said.length === 2);
  expect(said[1]).toEqual({ got: "hello", count: 3 });
});

test("a socket that is held accepts when it is told to, and closes with its program", async () => {
  const { running, said } = openOne("127.31.7.10");
  running.tell({ do: "hold" });
  await until(() => said.length === 1);
  running.tell({ do: "connect", port: said[0]?.listens?.port });
  await until(() => said.length === 2);
  expect(said[1]).toEqual({ got: "held hello", count: 3 });
  // The kernel's table is no snapshot: it may list a socket twice while others come and go.
  await until(async () => (await held("127.31.7.10")) === (isLinux ? 3 : 0));
  await running.close();
  expect(await held("127.31.7.10")).toBe(0);
});

test("closing it closes all of its sockets, and no one else's", async () => {
  const [one, other] = [openOne("127.31.7.2"), openOne("127.31.7.3")];
  for (const { running } of [one, other]) running.tell({ do: "begin" });
  await until(() => one.said.length === 1 && other.said.length === 1);
  one.running.tell({ do: "connect", port: one.said[0]?.listens?.port });
  await until(() => one.said.length === 2);
  await one.running.close();
  expect(programs.count).toBe(1);
  expect(await held("127.31.7.2")).toBe(0);
  expect(await held("127.31.7.3")).toBe(isLinux ? 1 : 0);
  one.running.tell({ do: "begin" });
  await one.running.close();
});

test("a port that was never this bench's is not connected to", async () => {
  const [one, other] = [openOne("127.31.7.4"), openOne("127.31.7.5")];
  other.running.tell({ do: "begin" });
  await until(() => other.said.length === 1);
  one.running.tell({ do: "connect", port: other.said[0]?.listens?.port });
  await until(() => one.failures.length === 1);
  expect(one.failures[0]).toMatch(/must be one of this bench/);
});

test("a bench has no more sockets than it may", async () => {
  const { running, failures } = openOne("127.31.7.6", 3);
  running.tell({ do: "flood" });
  await until(() => failures.length === 1);
  expect(failures[0]).toMatch(/sockets = 3, no more/);
});

test("a program that throws goes on, and others with it", async () => {
  const { running, said, failures } = openOne("127.31.7.7");
  running.tell({ do: "throw" });
  running.tell({ do: "begin" });
  await until(() => said.length === 1 && failures.length === 1);
  expect(failures[0]).toMatch(/asked to throw/);
});

test.each(["crash", "crash-later"])(
  "what a program does not catch (%s) is its own",
  async (how) => {
    const [one, other] = [openOne("127.31.7.11"), openOne("127.31.7.12")];
    other.running.tell({ do: "begin" });
    await until(() => other.said.length === 1);
    one.running.tell({ do: how });
    await until(() => one.failures.length === 1);
    expect(one.failures[0]).toMatch(/asked to crash/);
    other.running.tell({ do: "connect", port: other.said[0]?.listens?.port });
    await until(() => other.said.length === 2);
    expect(other.failures).toEqual([]);
  },
);

test("a thread that dies takes its programs along, tells them, and is replaced", async () => {
  const first = openOne("127.31.7.8");
  first.running.tell({ do: "exit" });
  await until(() => first.failures.length === 1);
  await first.running.close();
  const second = openOne("127.31.7.8");
  second.running.tell({ do: "begin" });
  await until(() => second.said.length === 1);
});

test("a program that is closed while it opens keeps no socket", async () => {
  for (let times = 0; times < 20; times += 1) {
    const { running } = openOne("127.31.7.9");
    running.tell({ do: "begin" });
    await running.close();
  }
  expect(programs.count).toBe(0);
  expect(await held("127.31.7.9")).toBe(0);
});
