import { describe, expect, it, vi } from "vitest";
import { fail } from "#lib/result.ts";
import { until } from "#server/testing/until.ts";
import { untilHolds } from "#server/testing/until-holds.ts";
import { newKeys } from "./keys.ts";
import { Leases } from "./leases.ts";
import { FakeBrowser } from "./testing/fake-browser.ts";
import { CabledHost, FakeStore, lonelyLeases, RecordedSession } from "./testing/session-rig.ts";

const keysIn = (store: FakeStore): unknown => JSON.parse([...store.items.values()][0] ?? "null");

describe("a session", () => {
  it("opens a bench with its clients, and closes all of it", async () => {
    await using net = await CabledHost.start();
    using recorded = await RecordedSession.open(net.url);
    expect([...recorded.view.seen]).toEqual(["Ann", "Bob", "Cem"]);
    expect(recorded.session.clocks.page?.errorMs).toBeGreaterThan(0);
    recorded.session.close();
    expect(recorded.view).toMatchObject({ state: "static", seen: new Set() });
    await until(() => net.host.app.benches.count === 0 && net.cable.connections === 0);
    expect(recorded.session.subjects.size).toBe(0);
  });

  it("renews its clients: others in the same seats, with the options of now", async () => {
    await using net = await CabledHost.start();
    let randomizationFactor = 0.1;
    const client = () => ({ randomizationFactor });
    using recorded = await RecordedSession.open(net.url, { client });
    const [seats, ids] = [recorded.seats, recorded.ids];
    randomizationFactor = 0.2;
    recorded.session.renewSubjects();
    expect(recorded.view.seen.size).toBe(0);
    await recorded.isUp();
    expect(recorded.seats).toEqual(seats);
    expect(recorded.ids.filter((id) => ids.includes(id))).toEqual([]);
    const [ann] = recorded.session.subjects.values();
    expect(ann?.socket.io.randomizationFactor()).toBe(0.2);
  });

  it("leaves no connection behind when it is closed before it is open", async () => {
    await using net = await CabledHost.start();
    using recorded = new RecordedSession(net.url);
    for (const waitMs of [0, 20, 80, 100]) {
      recorded.session.open();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      recorded.session.close();
    }
    await until(() => net.cable.connections === 0);
    expect(recorded.view.state).toBe("static");
    expect(recorded.session.subjects.size).toBe(0);
  });

  it("answers disconnected to a command while it is closed", async () => {
    using recorded = new RecordedSession("http://127.0.0.1:1");
    const failure = { code: "disconnected" };
    expect(await recorded.session.command("act", {})).toEqual({ ok: false, failure });
    expect(await recorded.session.invite(true)).toEqual({ ok: false, failure });
  });
});

describe("after the server was lost", () => {
  it("says so, and opens a fresh bench when it is back", async () => {
    await using net = await CabledHost.start();
    using recorded = await RecordedSession.open(net.url);
    const before = recorded.seats;
    await net.kill();
    await until(() => recorded.view.state === "lost");
    expect(recorded.view.seen.size).toBe(0);
    await net.restart();
    await recorded.isUp();
    expect(recorded.readyTimes).toBe(2);
    expect(recorded.seats).not.toEqual(before);
    expect(net.host.app.benches.count).toBe(1);
  });

  it("is not retried by a page that is older than the new server", async () => {
    await using net = await CabledHost.start({ build: "old" });
    using recorded = await RecordedSession.open(net.url, { build: "old" });
    await net.kill();
    await net.restart({ build: "new" });
    await until(() => recorded.view.refusal !== undefined);
    expect(recorded.view).toMatchObject({ state: "lost", refusal: { code: "stale-page" } });
    await until(() => net.cable.connections === 0);
  });

  it("comes back to the same bench and the same clients after a short cut", async () => {
    await using net = await CabledHost.start();
    using recorded = await RecordedSession.open(net.url);
    const before = recorded.seats;
    net.cable.cut();
    await until(() => recorded.view.state === "lost");
    await recorded.isUp();
    expect(recorded.seats).toEqual(before);
    expect(net.host.app.benches.count).toBe(1);
  });

  it("comes back to the same bench after a minute's sleep", async () => {
    await using net = await CabledHost.start();
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.stubGlobal("document", document);
    using recorded = await RecordedSession.open(net.url);
    const before = recorded.seats;
    net.cable.hold(true);
    net.host.advance(60_000);
    net.cable.cut();
    net.cable.hold(false);
    document.dispatchEvent(new Event("visibilitychange"));
    vi.unstubAllGlobals();
    await until(() => recorded.views.some(({ state }) => state === "lost"));
    await recorded.isUp();
    expect(recorded.seats).toEqual(before);
  });
});

describe.concurrent("when the server says no", () => {
  it("shows too-many, and asks again after a pause", async () => {
    await using net = await CabledHost.start({ limits: { benchesPerAddress: 1 } });
    using first = await RecordedSession.open(net.url);
    using second = new RecordedSession(net.url);
    second.session.open();
    await until(() => second.view.refusal !== undefined);
    expect(second.view).toMatchObject({ state: "lost", refusal: { code: "too-many" } });
    first.session.close();
    await untilHolds(() => expect(second.view.state).toBe("live"));
    expect(second.view.refusal).toBeUndefined();
  });

  it("takes new keys when others hold its own", async () => {
    await using net = await CabledHost.start();
    using holder = await RecordedSession.open(net.url);
    const store = new FakeStore();
    const taken = JSON.stringify({ bench: holder.session.benchKey, owner: newKeys().owner });
    store.getItem = () => taken;
    using recorded = await RecordedSession.open(net.url, { store });
    expect(recorded.session.benchKey).not.toBe(holder.session.benchKey);
    expect(holder.view.state).toBe("live");
  });

  it("takes new keys once only, and then says why it is refused", async () => {
    await using net = await CabledHost.start();
    const openFor = vi.spyOn(net.host.app.benches, "openFor");
    openFor.mockReturnValue(fail({ code: "not-owner" }));
    using recorded = new RecordedSession(net.url);
    recorded.session.open();
    await until(() => recorded.view.refusal !== undefined);
    expect(recorded.view).toMatchObject({ state: "lost", refusal: { code: "not-owner" } });
    await until(() => net.cable.connections === 0);
    expect(openFor).toHaveBeenCalledTimes(2);
  });

  it("asks again when the bench could not be opened", async () => {
    await using net = await CabledHost.start();
    using recorded = new RecordedSession(net.url);
    let isRefused = true;
    const allows = () => !isRefused;
    const { openFor } = net.host.app.benches;
    vi.spyOn(net.host.app.benches, "openFor").mockImplementation((who) => {
      const opened = openFor.call(net.host.app.benches, who);
      if (opened.ok) Object.assign(opened.value, { allowsCommand: allows });
      return opened;
    });
    recorded.session.open();
    await until(() => recorded.view.refusal?.code === "rate-limited");
    expect(recorded.view.state).toBe("lost");
    isRefused = false;
    await untilHolds(() => expect(recorded.view.state).toBe("live"));
  });

  it("says gone for a lab that the server does not have, once", async () => {
    await using net = await CabledHost.start();
    using recorded = new RecordedSession(net.url, { lab: "no-such-lab" });
    recorded.session.open();
    await until(() => recorded.view.refusal !== undefined);
    expect(recorded.view.refusal?.code).toBe("gone");
    await until(() => net.cable.connections === 0);
  });
});

describe("a bench that has ended", () => {
  it.each(["idle", "evicted", "lifetime", "away"] as const)(
    "%s: is told, and the next use opens a new one with new keys",
    async (reason) => {
      await using net = await CabledHost.start();
      using recorded = await RecordedSession.open(net.url);
      const key = recorded.session.benchKey;
      await net.host.app.benches.end(key, reason);
      await until(() => recorded.view.ended === reason);
      expect(recorded.view.state).toBe("lost");
      const answer = await recorded.session.command("act", {});
      expect(answer).not.toMatchObject({ failure: { code: "disconnected" } });
      await recorded.isUp();
      expect(recorded.session.benchKey).not.toBe(key);
    },
  );
});

describe("keys of a tab", () => {
  it("bring a reloaded tab back to the same bench", async () => {
    await using net = await CabledHost.start();
    const store = new FakeStore();
    const before = await RecordedSession.open(net.url, { store });
    const { seats } = before;
    before.session.subjects.forEach(({ socket }) => {
      socket.disconnect();
    });
    using after = await RecordedSession.open(net.url, { store: store.copy() });
    expect(after.seats).toEqual(seats);
    expect(net.host.app.benches.count).toBe(1);
  });

  it("let a doubled tab take the bench over; the older one takes a new bench", async () => {
    await using net = await CabledHost.start();
    const store = new FakeStore();
    using older = await RecordedSession.open(net.url, { store });
    using doubled = await RecordedSession.open(net.url, { store: store.copy() });
    await until(() => older.view.ended === "moved");
    expect(doubled.view.ended).toBeUndefined();
    older.session.open();
    await older.isUp();
    expect(older.session.benchKey).not.toBe(doubled.session.benchKey);
    await until(() => doubled.view.seen.size === 3);
    expect(doubled.view.state).toBe("live");
    expect(net.host.app.benches.count).toBe(2);
  });

  it("are forgotten when the lab is closed, and apart for each place of a lab", async () => {
    const store = new FakeStore();
    const make = (instance: string) =>
      new RecordedSession("http://127.0.0.1:1", { store, instance });
    const labs = [make("broadcast"), make("broadcast"), make("ack")];
    expect(new Set(labs.map(({ session }) => session.benchKey)).size).toBe(3);
    expect(store.items.size).toBe(3);
    for (const { session } of labs) session.close();
    expect(keysIn(store)).toBeNull();
  });
});

describe.concurrent("where WebSocket is blocked", () => {
  it.each(["refused", "swallowed"] as const)("%s: the clients poll", async (fate) => {
    await using net = await CabledHost.start();
    net.cable.upgrades = fate;
    using recorded = new RecordedSession(net.url);
    recorded.session.open();
    await untilHolds(() => expect(recorded.view.seen.size).toBe(3));
    expect(recorded.view).toMatchObject({ state: "live" });
    expect(recorded.view.unleased).toBeUndefined();
  });

  it("a second lab has its control channel, and says which clients lack a lease", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const leases = lonelyLeases();
    using first = new RecordedSession(net.url, { leases });
    first.session.open();
    await untilHolds(() => expect(first.view.seen.size).toBe(3));
    using second = new RecordedSession(net.url, { leases });
    second.session.open();
    await untilHolds(() => expect(second.view.unleased).toEqual(["Ann", "Bob", "Cem"]));
    expect(second.view.state).toBe("live");
    await until(() => first.view.seen.size === 2);
    expect(first.view.unleased).toEqual(["Cem"]);
    first.session.close();
    await untilHolds(() => expect(second.view.seen.size).toBe(3));
    expect(second.view.unleased).toBeUndefined();
  });

  it("one path only: the clients that find a lease poll beside a live control channel", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    net.cable.blockedPath = "/socket.io/";
    using recorded = new RecordedSession(net.url);
    recorded.session.open();
    const transports = () =>
      recorded.observed.flatMap((seen) =>
        seen.what === "connected" && seen.clock === "page" ? [seen.transport] : [],
      );
    await untilHolds(() => expect(transports()).toHaveLength(3));
    expect(transports()).toEqual(Array(3).fill("polling"));
  });

  it("a hidden tab gives its leases back, and is the same bench when it is shown", async () => {
    await using net = await CabledHost.start();
    net.cable.upgrades = "refused";
    const page = new FakeBrowser(() => 1).tab();
    using recorded = new RecordedSession(net.url, { leases: new Leases(page) });
    recorded.session.open();
    await untilHolds(() => expect(recorded.view.seen.size).toBe(3));
    const before = recorded.seats;
    page.hide();
    await until(() => recorded.view.state === "lost");
    await until(() =>
      [...recorded.session.subjects.values()].every(({ socket }) => !socket.active),
    );
    page.show();
    await untilHolds(() => expect(recorded.view.seen.size).toBe(3));
    expect(recorded.seats).toEqual(before);
  });
});
