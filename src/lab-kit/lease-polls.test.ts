import { io, type Socket } from "socket.io-client";
import { describe, expect, it } from "vitest";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import { leasePolls } from "./lease-polls.ts";
import type { Leases } from "./leases.ts";
import { CabledHost, lonelyLeases } from "./testing/session-rig.ts";

/** Asks for all leases that there are. @returns how many are held, and how to give them back */
function takeAll(leases: Leases) {
  const held = new Set<number>();
  const givers = [0, 1, 2, 3].map((index) =>
    leases.ask("control", (isHeld) => {
      if (isHeld) held.add(index);
    }),
  );
  return { held, giveBack: () => givers.forEach((give) => void give()) };
}

/** Ann's client, which begins by polling. */
async function openAnn(net: CabledHost) {
  const page = await TestPage.open(net.host);
  const leases = lonelyLeases();
  const waits: boolean[] = [];
  const query = { bench: page.bench, seat: page.seats.Ann ?? "" };
  const options = { forceNew: true, autoConnect: false, reconnectionDelay: 10, query };
  const socket: Socket = io(net.url, options);
  leasePolls(socket, { kind: "lane", leases, waits: (isWaiting) => waits.push(isWaiting) });
  const close = () => {
    socket.disconnect();
    page[Symbol.dispose]();
  };
  return { socket, leases, waits, close };
}

describe("a client that may poll", () => {
  it("connects when it has a lease, and gives it back when it is on WebSocket", async () => {
    await using net = await CabledHost.start();
    const { socket, leases, close } = await openAnn(net);
    socket.connect();
    expect(socket.active).toBe(false);
    await until(() => socket.connected && socket.io.engine.transport.name === "websocket");
    const others = takeAll(leases);
    await until(() => others.held.size === 4);
    expect(socket.connected).toBe(true);
    others.giveBack();
    close();
  });

  it("keeps its lease for as long as it polls", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const { socket, leases, close } = await openAnn(net);
    socket.connect();
    await until(() => socket.connected);
    const held: boolean[] = [];
    for (let lane = 0; lane < 4; lane += 1) leases.ask("lane", (isHeld) => held.push(isHeld));
    await until(() => held.length === 4);
    expect(held.filter(Boolean)).toHaveLength(3);
    close();
    await until(() => held.length === 5);
  });

  it("does not try again by itself while others hold all leases", async () => {
    await using net = await CabledHost.start();
    const { socket, leases, waits, close } = await openAnn(net);
    socket.connect();
    await until(() => socket.connected && socket.io.engine.transport.name === "websocket");
    const others = takeAll(leases);
    await until(() => others.held.size === 4);
    net.cable.cut();
    await until(() => waits.at(-1) === true);
    expect(socket.active).toBe(false);
    expect(net.cable.connections).toBe(0);
    others.giveBack();
    await until(() => socket.connected);
    expect(waits.at(-1)).toBe(false);
    close();
  });

  it("takes its ask back when it is disconnected before it was answered", async () => {
    await using net = await CabledHost.start();
    const { socket, leases, close } = await openAnn(net);
    socket.connect();
    socket.disconnect();
    const others = takeAll(leases);
    await until(() => others.held.size === 4);
    expect(socket.active).toBe(false);
    expect(net.cable.connections).toBe(0);
    others.giveBack();
    close();
  });
});
