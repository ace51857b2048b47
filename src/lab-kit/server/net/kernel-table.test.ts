import { describe, expect, test } from "vitest";
import { tcpRows, udpRows } from "./kernel-table.ts";

/** Read from Linux 6.18 while a program that never accepts listened with a backlog of 2. */
const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:B263 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 253164 1 00000000342ad797 100 0 0 10 0
   1: 432D177F:9C47 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 30001 1 000000007b5c25bd 100 0 0 10 0
   2: 432D177F:9C47 432D177F:C8E6 01 00000000:00000005 00:00000000 00000000     0        0 0 1 00000000342ad797 20 4 30 10 -1
   3: 0100007F:9C47 432D177F:C8E7 01 00000000:00000000 00:00000000 00000000     0        0 30009 1 00000000342ad797 20 4 30 10 -1
   4: 432D177F:C8E6 432D177F:9C47 05 00000100:00000000 00:00000000 00000000     0        0 30002 1 0000000020d7093 20 4 30 10 -1
   5: 432D177F:C8E8 432D177F:9C47 06 00000000:00000000 03:00001770 00000000     0        0 0 3 00000000320d7093
   6: 432D177F:C8E9 432D177F:9C47 7F 00000000:00000000 03:00001770 00000000     0        0 0 3 00000000320d7093
`;

const udp = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
 1207: 442D177F:D903 00000000:0000 07 00000000:00033F00 00:00000000 00000000     0        0 9041 2 0000000000000000 408
 1300: 432D177F:D903 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 9042 2 0000000000000000 7`;

describe("the kernel's table of TCP sockets", () => {
  test("is cut to the rows of one address", () => {
    expect(tcpRows(tcp, "127.23.45.67").map(({ localPort }) => localPort)).toEqual([
      0x9c47, 0x9c47, 0xc8e6, 0xc8e8,
    ]);
    expect(tcpRows(tcp, "127.0.0.1")).toHaveLength(2);
    expect(tcpRows(tcp, "127.23.45.6")).toEqual([]);
  });

  test("says states, ports, queues and who holds the socket", () => {
    const [listening, unaccepted, closing, waiting] = tcpRows(tcp, "127.23.45.67");
    expect(listening).toEqual({
      localPort: 0x9c47,
      remotePort: 0,
      state: "LISTEN",
      sendQueueBytes: 0,
      receiveQueue: 3,
      inode: 30001,
    });
    expect(unaccepted).toMatchObject({ state: "ESTABLISHED", receiveQueue: 5, inode: 0 });
    expect(closing).toMatchObject({ state: "FIN-WAIT-2", sendQueueBytes: 256, inode: 30002 });
    expect(waiting).toMatchObject({ state: "TIME-WAIT", inode: 0 });
  });

  test("leaves out a state that it has no name for", () => {
    expect(tcpRows(tcp, "127.23.45.67").some(({ localPort }) => localPort === 0xc8e9)).toBe(false);
  });

  test("has each socket once, as it was listed last", () => {
    const again = tcp
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((line) => line.replace(" 01 ", " 08 "));
    const rows = tcpRows(tcp + again.join("\n"), "127.23.45.67");
    expect(rows.map(({ state }) => state)).toEqual([
      "LISTEN",
      "CLOSE-WAIT",
      "FIN-WAIT-2",
      "TIME-WAIT",
    ]);
    const shared = tcp.replace("253164", "253165").replace("0100007F:B263", "432D177F:9C47");
    expect(tcpRows(shared, "127.23.45.67")).toHaveLength(5);
    const [, , , unaccepted = ""] = tcp.split("\n");
    const two = tcp + unaccepted.replace("C8E6", "C8EA");
    expect(tcpRows(two, "127.23.45.67"), "both are held by nobody").toHaveLength(5);
  });

  test("may be empty, or cut off at any place", () => {
    for (let length = 0; length <= tcp.length; length += 1)
      expect(tcpRows(tcp.slice(0, length), "127.23.45.67").length).toBeLessThanOrEqual(4);
  });
});

test("the kernel's table of UDP sockets says what each has lost", () => {
  expect(udpRows(udp, "127.23.45.68")).toEqual([
    {
      localPort: 0xd903,
      remotePort: 0,
      sendQueueBytes: 0,
      receiveQueue: 0x33f00,
      inode: 9041,
      drops: 408,
    },
  ]);
  expect(udpRows(udp, "127.23.45.67")[0]?.drops).toBe(7);
});
