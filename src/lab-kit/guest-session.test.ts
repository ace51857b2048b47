import { describe, expect, it, vi } from "vitest";
import { until } from "#server/testing/until.ts";
import { untilHolds } from "#server/testing/until-holds.ts";
import type { Failure } from "./failures.ts";
import { GuestSession } from "./guest-session.ts";
import type { Observation } from "./observation.ts";
import { Cable } from "./testing/cable.ts";
import { CabledHost, lonelyLeases, RecordedSession } from "./testing/session-rig.ts";

/** A guest's page with all that it was told. */
class RecordedGuest implements Disposable {
  readonly session: GuestSession;
  readonly states: string[] = [];
  readonly refusals: Failure[] = [];
  readonly ends: string[] = [];
  readonly shared: Record<string, unknown>[] = [];
  readonly observed: Observation[] = [];
  isWaiting = false;

  constructor(url: string, bench: string, leases = lonelyLeases()) {
    this.session = new GuestSession({
      lab: "emit",
      build: "dev",
      bench,
      state: (state) => this.states.push(state),
      refused: (failure) => this.refusals.push(failure),
      ended: (reason) => this.ends.push(reason),
      shared: (state) => this.shared.push(state),
      observed: (seen) => this.observed.push(seen),
      waits: (isWaiting) => {
        this.isWaiting = isWaiting;
      },
      url,
      leases,
    });
  }

  get isUp(): boolean {
    return this.states.at(-1) === "live" && this.session.subject?.socket.connected === true;
  }

  [Symbol.dispose](): void {
    this.session.close();
  }
}

/** An owner whose link is open. */
async function openOwner(url: string): Promise<RecordedSession> {
  const owner = await RecordedSession.open(url);
  await owner.session.invite(true);
  const rooms = { Ann: [], Bob: [], Cem: [], Dee: [] };
  const call = { event: "news", payload: '"hi"', serverCall: "nothing", room: "red" } as const;
  const armed = await owner.session.command("arm", { ...call, rooms });
  if (!armed.ok) throw new Error(`arm: ${armed.failure.code}`);
  return owner;
}

const factsOfDee = (owner: RecordedSession) =>
  owner.observed.filter(({ where, clock }) => where === "Dee" && clock === "guest");

describe("a guest", () => {
  it("joins as Dee, emits what is shared, and is seen by the owner", async () => {
    await using net = await CabledHost.start();
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(net.url, owner.session.benchKey);
    await until(() => guest.isUp && owner.view.guests === 1);
    const { subject } = guest.session;
    expect(subject?.who).toBe("Dee");
    expect(guest.shared.at(-1)).toMatchObject({ event: "news" });
    expect(guest.session.clocks.page?.errorMs).toBeGreaterThan(0);
    subject?.call("news", () => subject.socket.emit("news", "hi"));
    await until(() => factsOfDee(owner).some(({ what }) => what === "sent"));
    expect(owner.observed).toContainEqual(
      expect.objectContaining({ what: "received", from: "Dee", event: "news" }),
    );
    expect(owner.session.clocks.guest?.errorMs).toBeGreaterThan(0);
  });

  it("reports more facts than one report holds, in their order", async () => {
    await using net = await CabledHost.start();
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(net.url, owner.session.benchKey);
    await until(() => guest.isUp && owner.view.guests === 1);
    const { subject } = guest.session;
    subject?.socket.disconnect();
    for (let count = 0; count < 70; count += 1) subject?.call("news", () => undefined);
    await until(() => factsOfDee(owner).length === 70);
    const numbers = factsOfDee(owner).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it("is refused where no link is open, and does not ask again", async () => {
    await using net = await CabledHost.start();
    using owner = await RecordedSession.open(net.url);
    using guest = new RecordedGuest(net.url, owner.session.benchKey);
    await until(() => guest.refusals.length > 0);
    expect(guest.refusals).toEqual([{ code: "gone" }]);
  });

  it("is told when the owner ends the link, and leaves nothing open", async () => {
    await using net = await CabledHost.start();
    using owner = await openOwner(net.url);
    const before = net.cable.connections;
    using guest = new RecordedGuest(net.url, owner.session.benchKey);
    await until(() => guest.isUp);
    await owner.session.invite(false);
    await until(() => guest.ends.length > 0 && net.cable.connections === before);
    expect(guest.ends).toEqual(["uninvited"]);
  });
});

describe("a guest whose network breaks", () => {
  it("is back as the same guest within seconds", async () => {
    await using net = await CabledHost.start();
    await using wireless = await Cable.to(net.host.port);
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(wireless.url, owner.session.benchKey);
    await until(() => guest.isUp);
    await wireless.pull();
    await until(() => guest.states.at(-1) === "lost" && owner.view.guests === 0);
    await wireless.plugIn();
    await until(() => guest.isUp && owner.view.guests === 1);
    expect(guest.session.subject?.who).toBe("Dee");
    expect(guest.refusals).toEqual([]);
  });

  it("without a word comes back in place of its silent connection", async () => {
    await using net = await CabledHost.start();
    await using wireless = await Cable.to(net.host.port);
    using owner = await openOwner(net.url);
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.stubGlobal("document", document);
    using guest = new RecordedGuest(wireless.url, owner.session.benchKey);
    vi.unstubAllGlobals();
    await until(() => guest.isUp);
    wireless.loseAll();
    document.dispatchEvent(new Event("visibilitychange"));
    await untilHolds(() => expect(guest.states).toContain("lost"));
    await untilHolds(() => expect(guest.isUp).toBe(true));
    expect(guest.refusals).toEqual([]);
    expect(owner.view.guests).toBe(1);
  });

  it("waits when another has taken its place meanwhile, and is back when that one leaves", async () => {
    await using net = await CabledHost.start();
    await using wireless = await Cable.to(net.host.port);
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(wireless.url, owner.session.benchKey);
    await until(() => guest.isUp);
    await wireless.pull();
    await until(() => owner.view.guests === 0);
    using other = new RecordedGuest(net.url, owner.session.benchKey);
    await until(() => other.isUp);
    const link = net.host.app.benches.find(owner.session.benchKey)?.link;
    const admits = vi.spyOn(link ?? expect.fail("no bench"), "admits");
    await wireless.plugIn();
    // Asked twice: the guest that is there may have been silent.
    await until(() => admits.mock.results.filter(({ value }) => value === "too-many").length === 2);
    other.session.close();
    await untilHolds(() => expect(guest.isUp).toBe(true));
    expect(guest.refusals).toEqual([]);
  });

  it("is told that the bench is gone when it ended meanwhile", async () => {
    await using net = await CabledHost.start();
    await using wireless = await Cable.to(net.host.port);
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(wireless.url, owner.session.benchKey);
    await until(() => guest.isUp);
    await wireless.pull();
    owner.session.close();
    await until(() => net.host.app.benches.count === 0);
    await wireless.plugIn();
    await until(() => guest.refusals.length > 0);
    expect(guest.refusals).toEqual([{ code: "gone" }]);
  });
});

describe("a guest where WebSocket is blocked", () => {
  it("polls with leases", async () => {
    await using net = await CabledHost.start();
    await using wireless = await Cable.to(net.host.port);
    wireless.upgrades = "refused";
    using owner = await openOwner(net.url);
    using guest = new RecordedGuest(wireless.url, owner.session.benchKey);
    await until(() => guest.isUp);
    expect(guest.session.subject?.socket.io.engine.transport.name).toBe("polling");
  });

  it("says that it waits when there is no lease", async () => {
    await using net = await CabledHost.start();
    using owner = await openOwner(net.url);
    const leases = lonelyLeases();
    for (let control = 0; control < 4; control += 1) leases.ask("control", () => undefined);
    using guest = new RecordedGuest(net.url, owner.session.benchKey, leases);
    await until(() => guest.isWaiting);
    expect(guest.session.subject).toBeUndefined();
  });
});
