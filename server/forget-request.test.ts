import { IncomingMessage } from "node:http";
import type { Socket as Connection } from "node:net";
import type { Socket } from "socket.io";
import { expect, test } from "vitest";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

/** The server's end of Ann's client. */
function annOf(host: TestHost, { bench }: TestPage): Socket {
  const socket = host.app.benches.find(bench)?.subjects().get("Ann");
  if (!socket) throw new Error("Ann is not connected");
  return socket;
}

const connectionOf = ({ conn }: Socket): Connection =>
  (conn.transport as unknown as { socket: { _socket: Connection } }).socket._socket;

test("a session does not keep its first request", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host);
  await page.subject("Ann");
  expect(annOf(host, page).conn.request).not.toBeInstanceOf(IncomingMessage);
});

test("no listener on a WebSocket's connection keeps its request", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host);
  await page.subject("Ann");
  const listeners = connectionOf(annOf(host, page)).rawListeners("close");
  expect(listeners.length).toBeGreaterThan(1);
  expect(listeners.filter((listener) => "listener" in listener)).toEqual([]);
});

test.each([["websocket"], ["polling"]])(
  "a client that leaves and joins again on its %s connection is known",
  async (transport) => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann", { transports: [transport], upgrade: false });
    const older = annOf(host, page);
    const joined = new Promise((resolve) => ann.once("connect", () => resolve(true)));
    ann.io.engine.write("1");
    await until(() => !older.connected);
    ann.io.engine.write("0");
    await joined;
    const newer = annOf(host, page);
    expect(newer.conn).toBe(older.conn);
    expect(newer.id).not.toBe(older.id);
    expect(newer.handshake).toMatchObject({
      address: "127.0.0.1",
      query: { seat: page.seats.Ann },
    });
  },
);
