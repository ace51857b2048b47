import { connect, Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { until } from "#server/testing/until.ts";
import { Acceptor } from "./acceptor.ts";
import { Bound } from "./bound.ts";
import { KernelTables } from "./kernel-tables.ts";
import type { Listening } from "./listening.ts";
import type { NativeHandle } from "./native-handle.ts";

const acceptor = new Acceptor();
afterAll(() => acceptor.close());

let lastAddress = 0;
const newAddress = (): string => `127.31.8.${++lastAddress}`;

const rowsOf = async (address: string) =>
  (await new KernelTables({ nowMs: () => performance.now() }).tcpOf(address))?.tcp ?? [];

/** Connects clients one after the other, each as far as the kernel lets it. */
function clients(address: string, { port }: Listening, count: number): Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect({ host: address, localAddress: address, port });
    return socket.on("error", () => undefined);
  });
}

const streamOf = (handle: NativeHandle | undefined): Socket =>
  new Socket({ handle } as ConstructorParameters<typeof Socket>[0]);

describe.runIf(process.platform === "linux")("a listening socket from which nobody accepts", () => {
  test("has its connections completed by the kernel, up to the backlog and one", async () => {
    const address = newAddress();
    const listening = await acceptor.listen({ address, port: 0, backlog: 1 });
    const all = clients(address, listening, 4);
    const waits = async () => (await rowsOf(address)).filter(({ inode }) => inode === 0);
    await until(async () => (await waits()).length === 2);
    const [row] = await rowsOf(address);
    expect(row).toMatchObject({ state: "LISTEN", receiveQueue: 2, localPort: listening.port });
    expect((await waits()).map(({ state }) => state)).toEqual(["ESTABLISHED", "ESTABLISHED"]);
    for (const client of all) client.destroy();
    await listening.close();
  });

  test("gives exactly one connection for each accept, and that one works", async () => {
    const address = newAddress();
    const listening = await acceptor.listen({ address, port: 0, backlog: 8 });
    const all = clients(address, listening, 3);
    const unaccepted = async () =>
      (await rowsOf(address)).filter((row) => row.inode === 0 && row.state === "ESTABLISHED");
    await until(async () => (await unaccepted()).length === 3);
    all[0]?.write("hello");
    const accepted = streamOf(await listening.accept().accepted);
    await until(async () => (await unaccepted()).length === 2);
    const got = await new Promise((resolve) => accepted.once("data", resolve));
    expect(String(got)).toBe("hello");
    expect((await unaccepted()).length).toBe(2);
    accepted.destroy();
    for (const client of all) client.destroy();
    await listening.close();
  });

  test("waits in accept until somebody connects, or until it is stopped", async () => {
    const address = newAddress();
    const listening = await acceptor.listen({ address, port: 0, backlog: 8 });
    const accepting = listening.accept();
    const [client] = clients(address, listening, 1);
    const handle = await accepting.accepted;
    expect(handle).toBeDefined();
    const stopped = listening.accept();
    stopped.stop();
    expect(await stopped.accepted).toBeUndefined();
    handle?.close();
    client?.destroy();
    await listening.close();
  });

  test("when it is closed, ends the accept that waits and resets who waits for one", async () => {
    const address = newAddress();
    const listening = await acceptor.listen({ address, port: 0, backlog: 8 });
    const [client] = clients(address, listening, 1);
    const code = new Promise((resolve) =>
      client?.once("error", (error) => resolve("code" in error && error.code)),
    );
    await until(async () => (await rowsOf(address)).some(({ inode }) => inode === 0));
    await listening.close();
    expect(await code).toBe("ECONNRESET");
    expect(() => listening.accept()).toThrow("EBADF");
    await until(async () => (await rowsOf(address)).every(({ state }) => state !== "LISTEN"));
  });
});

test("a port that is taken is refused by its name", async () => {
  const address = process.platform === "linux" ? newAddress() : "127.0.0.1";
  const one = await acceptor.listen({ address, port: 0, backlog: 1 });
  const again = acceptor.listen({ address, port: one.port, backlog: 1 });
  await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
  await one.close();
});

test("a process that has ended is replaced", async () => {
  const own = new Acceptor();
  const address = process.platform === "linux" ? newAddress() : "127.0.0.1";
  const before = await own.listen({ address, port: 0, backlog: 1 });
  own.close();
  const after = await own.listen({ address, port: 0, backlog: 1 });
  expect(after.port).toBeGreaterThan(0);
  await Promise.all([before.close(), after.close()]);
  own.close();
});

test("two sockets may be bound to a port that nobody listens on, and one of them may listen", async () => {
  const address = process.platform === "linux" ? newAddress() : "127.0.0.1";
  const one = new Bound(address, 0);
  const other = new Bound(address, one.port);
  const listening = await acceptor.begin(one, 1);
  await expect(acceptor.begin(other, 1)).rejects.toMatchObject({ code: "EADDRINUSE" });
  expect(() => new Bound(address, one.port)).toThrow("EADDRINUSE");
  await Promise.all([listening.close(), other.close()]);
});
