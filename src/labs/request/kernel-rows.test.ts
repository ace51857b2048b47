import { expect, it } from "vitest";
import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import { rowsOf } from "./kernel-rows.ts";

const row = (localPort: number, remotePort: number): KernelTcpSocket => ({
  localPort,
  remotePort,
  state: remotePort === 0 ? "LISTEN" : "ESTABLISHED",
  sendQueueBytes: 0,
  receiveQueue: 0,
  inode: 1,
});
const open = [
  { name: "Bob’s listening socket", local: 4000, remote: 0 },
  { name: "Ann’s end", local: 5000, remote: 4000 },
];

it("names the rows of this run, and leaves out those of an earlier one", async () => {
  const tcp = [row(4000, 0), row(3999, 6000), row(5000, 4000)];
  const rows = await rowsOf(open, async () => ({ tcp }));
  expect(rows?.map(({ socket, localPort }) => [socket, localPort])).toEqual([
    ["Bob’s listening socket", 4000],
    ["Ann’s end", 5000],
  ]);
});

it("reads again while the table is older than the sockets", async () => {
  const tables = [{ tcp: [row(4000, 0)] }, { tcp: [row(4000, 0), row(5000, 4000)] }];
  expect(await rowsOf(open, async () => tables.shift())).toHaveLength(2);
});

it("gives what there is when a socket stays unseen, and nothing where there is no table", async () => {
  expect(await rowsOf(open, async () => ({ tcp: [row(4000, 0)] }))).toHaveLength(1);
  expect(await rowsOf(open, async () => undefined)).toBeUndefined();
});
