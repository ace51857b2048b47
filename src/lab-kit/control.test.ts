import { describe, expect, it } from "vitest";
import { until } from "#server/testing/until.ts";
import { ControlChannel, type ControlHooks } from "./control.ts";
import type { Failure } from "./failures.ts";
import { newKeys } from "./keys.ts";
import { CabledHost, lonelyLeases } from "./testing/session-rig.ts";

/** An owner's control channel with what it told, in order. */
function open(url: string, hooks: Partial<ControlHooks> = {}) {
  const told: string[] = [];
  const refusals: [Failure, boolean][] = [];
  const channel = new ControlChannel({
    auth: { lab: "emit", build: "dev", ...newKeys() },
    clockCommand: "bench-clock",
    url,
    leases: lonelyLeases(),
    hooks: {
      state: (state) => told.push(state),
      refused: (failure, isRetried) => refusals.push([failure, isRetried]),
      connected: async () => true,
      ended: (reason) => told.push(`ended: ${reason}`),
      notice: (name) => told.push(`notice: ${name}`),
      ...hooks,
    },
  });
  return { channel, told, refusals };
}

describe("a control channel", () => {
  it("is live when the bench is open, with a measured clock", async () => {
    await using net = await CabledHost.start();
    const { channel, told } = open(net.url);
    await until(() => told.includes("live"));
    expect(channel.clock.offset?.errorMs).toBeGreaterThan(0);
    expect(await channel.command("bench-open", {})).toMatchObject({ ok: true });
    channel.close();
  });

  it("begins by polling and goes over to WebSocket", async () => {
    await using net = await CabledHost.start();
    const { channel, told } = open(net.url);
    expect(channel.transport).toBeUndefined();
    await until(() => told.includes("live") && channel.transport === "websocket");
    channel.close();
    expect(channel.transport).toBeUndefined();
  });

  it("answers disconnected without a connection, and timeout without an answer", async () => {
    await using net = await CabledHost.start();
    const { channel, told } = open(net.url);
    const failure = (code: string) => ({ ok: false, failure: { code } });
    expect(await channel.command("bench-open", {})).toEqual(failure("disconnected"));
    await until(() => told.includes("live"));
    expect(await channel.command("no-such-command", {}, 20)).toEqual(failure("timeout"));
    net.cable.hold(true);
    const asked = channel.command("bench-open", {});
    net.cable.cut();
    net.cable.hold(false);
    expect(await asked).toEqual(failure("disconnected"));
    channel.close();
  });

  it("says why it was refused, and whether it asks again", async () => {
    // While it changes over to WebSocket, a channel has three TCP connections for its one session,
    // and an address may have twice as many as sessions.
    await using net = await CabledHost.start({ limits: { connectionsPerAddress: 2 } });
    const first = open(net.url);
    await until(() => first.told.includes("live"));
    const second = open(net.url);
    await until(() => second.told.includes("live"));
    const third = open(net.url);
    await until(() => third.refusals.length > 0);
    expect(third.refusals).toEqual([[{ code: "too-many" }, true]]);
    for (const { channel } of [third, second, first]) channel.close();
  });

  it("does nothing more once it is closed, at whatever moment", async () => {
    await using net = await CabledHost.start();
    for (const moment of ["now", "connecting", "connected"]) {
      let isConnected = false;
      const connected = async () => {
        isConnected = true;
        return true;
      };
      const { channel, told } = open(net.url, { connected });
      if (moment === "connecting") await until(() => net.cable.connections > 0);
      if (moment === "connected") await until(() => isConnected);
      channel.close();
      const before = told.length;
      await until(() => net.cable.connections === 0);
      expect(told.slice(before)).toEqual([]);
    }
  });
});
