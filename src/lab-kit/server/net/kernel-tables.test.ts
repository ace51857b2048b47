import { createServer } from "node:net";
import { expect, test } from "vitest";
import { KernelTables } from "./kernel-tables.ts";

const isLinux = process.platform === "linux";

const counting = () => {
  let nowMs = 0;
  const paths: string[] = [];
  const tables = new KernelTables({
    nowMs: () => nowMs,
    read: async (path) => {
      paths.push(path);
      return "";
    },
  });
  return { tables, paths, pass: (ms: number) => (nowMs += ms) };
};

test("many benches that ask at once share one reading", async () => {
  const { tables, paths, pass } = counting();
  await Promise.all([1, 2, 3].map((last) => tables.tcpOf(`127.16.0.${last}`)));
  expect(paths).toEqual(["/proc/net/tcp"]);
  pass(99);
  await tables.tcpOf("127.16.0.1");
  expect(paths).toHaveLength(1);
  pass(1);
  expect((await tables.tcpOf("127.16.0.1"))?.atMs).toBe(100);
  expect(paths).toHaveLength(2);
});

test("who asks for UDP sockets does not wait for the long table of TCP sockets", async () => {
  const { tables, paths } = counting();
  expect(await tables.udpOf("127.16.0.1")).toEqual({ atMs: 0, udp: [] });
  expect(paths).toEqual(["/proc/net/udp"]);
});

test("a system without such tables says so, and is asked again", async () => {
  let hasTables = false;
  let nowMs = 0;
  const read = async () => {
    if (!hasTables) throw new Error("ENOENT");
    return "";
  };
  const tables = new KernelTables({ nowMs: () => nowMs, read });
  expect(await tables.tcpOf("127.0.0.1")).toBeUndefined();
  hasTables = true;
  nowMs = 100;
  expect(await tables.tcpOf("127.0.0.1")).toEqual({ atMs: 100, tcp: [] });
});

test.runIf(isLinux)(
  "the kernel's own table shows a socket that listens here, and no other",
  async () => {
    const address = "127.31.255.7";
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    const bound = server.address();
    const localPort = bound && typeof bound === "object" ? bound.port : 0;
    const tables = new KernelTables({ nowMs: () => performance.now() });
    const seen = (await tables.tcpOf(address))?.tcp;
    expect(seen).toMatchObject([{ localPort, remotePort: 0, state: "LISTEN" }]);
    await new Promise((resolve) => server.close(resolve));
  },
);
