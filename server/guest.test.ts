import { describe, expect, it } from "vitest";
import { arm } from "./testing/arm.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

/** Knocks at the bench as a guest. */
async function knock(page: TestPage): Promise<string | undefined> {
  using guest = new TestPage(page.host, { bench: page.bench, owner: undefined });
  return (await guest.connected())?.code;
}

const counts = (page: TestPage) =>
  page.notices.filter(([name]) => name === "guests").map(([, notice]) => notice);

describe("the link for a second device", () => {
  it("is closed until the owner opens it", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    expect(await knock(page)).toBe("gone");
    await page.command("bench-invite", { open: true });
    expect(await knock(page)).toBeUndefined();
  });

  it("never creates a bench, and tells nothing of one that has ended", async () => {
    await using host = await TestHost.start();
    using guest = new TestPage(host, { owner: undefined });
    expect((await guest.connected())?.code).toBe("gone");
    expect(host.app.benches.count).toBe(0);
  });

  it("admits one guest, and the next one when it has left", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    expect(await knock(page)).toBe("too-many");
    expect(guest.control.connected).toBe(true);
    guest.control.disconnect();
    await until(() => counts(page).length === 3);
    expect(counts(page)).toEqual([
      { count: 0, isLinkOpen: false },
      { count: 1, isLinkOpen: true },
      { count: 0, isLinkOpen: true },
    ]);
    expect(await knock(page)).toBeUndefined();
  });

  it("admits nobody when the host has turned guests off", async () => {
    await using host = await TestHost.start({ limits: { guestsPerBench: 0 } });
    using page = await TestPage.open(host);
    await page.command("bench-invite", { open: true });
    expect(await knock(page)).toBe("too-many");
  });

  it("lets a guest in again whose network broke without a word", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("bench-invite", { open: true });
    using silent = new RawConnection(host);
    expect(await silent.upgrade("/control/?EIO=4&transport=websocket")).toBe(101);
    silent.frame(`40${JSON.stringify({ lab: "emit", build: "dev", bench: page.bench })}`);
    await until(() => counts(page).length === 2);
    expect(await knock(page)).toBeUndefined();
    await until(() => silent.isClosed);
  });

  it("ends: the guest is told, its client is cut off and its seat is worthless", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    await guest.sit();
    const dee = await guest.subject("Dee");
    await page.command("bench-invite", { open: false });
    await until(() => guest.control.disconnected && dee.disconnected);
    expect(guest.ended).toEqual(["uninvited"]);
    using raw = new RawConnection(host);
    expect(await raw.request(subjectPath(guest, { who: "Dee" }))).toBe(403);
    expect(await knock(page)).toBe("gone");
    await page.command("bench-invite", { open: true });
    using again = new RawConnection(host);
    expect(await again.request(subjectPath(guest, { who: "Dee" }))).toBe(403);
  });

  it("leaves no client behind when the guest's page has gone", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    await guest.sit();
    const dee = await guest.subject("Dee");
    guest.control.disconnect();
    await until(() => dee.disconnected);
    expect(page.control.connected).toBe(true);
  });

  it("ends with the bench", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    await page.command("bench-close", {});
    await until(() => guest.ended.length > 0);
    expect(guest.ended).toEqual(["closed"]);
  });
});

describe("a guest", () => {
  it.each(["bench-open", "bench-clock", "bench-invite", "bench-close", "arm", "act", "toString"])(
    "may not command: %s",
    async (command) => {
      await using host = await TestHost.start();
      using page = await TestPage.open(host);
      using guest = await page.invite();
      const answer = await guest.command(command, {});
      expect(answer).toEqual({ ok: false, failure: { code: "not-owner" } });
    },
  );

  it("is told what the owner shares, when it comes and at each change", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page, { event: "first" });
    using guest = await page.invite();
    const opened = await guest.command("guest-open", {});
    expect(opened).toMatchObject({ value: { who: "Dee", shared: { event: "first" } } });
    await arm(page, { event: "second" });
    await until(() => guest.notices.some(([name]) => name === "shared"));
    expect(guest.notices.at(-1)).toMatchObject(["shared", { event: "second" }]);
  });

  it("emits the shared event with the shared data, and the others hear it", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    using guest = await page.invite();
    await guest.sit();
    const [ann, dee] = [await page.subject("Ann"), await guest.subject("Dee")];
    const heard = new Promise((resolve) => ann.once("news", resolve));
    dee.emit("news", "hi");
    expect(await heard).toBe("hi");
  });

  it("has every other event dropped; no text of it reaches the owner or a client", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    using guest = await page.invite();
    await guest.sit();
    const [ann, dee] = [await page.subject("Ann"), await guest.subject("Dee")];
    const heard: unknown[] = [];
    ann.onAny((...args) => heard.push(args));
    dee.emit("insult", "secret-word");
    dee.emit("news", "secret-word");
    dee.emit("news", "hi", "secret-word");
    dee.emit("news", { toJSON: 1, secret: "secret-word" });
    dee.emit("error", "secret-word");
    dee.emit("news", "hi");
    await until(() => heard.length > 0);
    await until(() => page.observed.some(({ what }) => what === "written"));
    expect(heard).toEqual([["news", "hi"]]);
    const seen = JSON.stringify([page.notices, page.observed]);
    expect(seen).not.toMatch(/secret-word|insult/);
    expect(page.observed.filter(({ what }) => what === "dropped")).toHaveLength(5);
  });

  it("reports only what happened and when, under the shared event's name", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    using guest = await page.invite();
    const fact = { what: "handled", seq: 1, atMs: 5 };
    const report = (facts: object[]) =>
      guest.command("guest-report", { offsetMs: 0, errorMs: 1, facts });
    expect((await report([{ ...fact, event: "insult" }])).ok).toBe(false);
    expect((await report([{ ...fact, where: "Ann" }])).ok).toBe(false);
    expect((await report(Array(51).fill(fact))).ok).toBe(false);
    expect((await report([fact])).ok).toBe(true);
    await until(() => page.observed.length > 0);
    expect(page.observed).toEqual([{ ...fact, event: "news", clock: "guest", where: "Dee" }]);
    expect(page.notices).toContainEqual(["guest-clock", { offsetMs: 0, errorMs: 1 }]);
  });

  it("that floods is cut off, and the owner's clients still get through", async () => {
    await using host = await TestHost.start({ limits: { eventsPerSecond: 20 } });
    using page = await TestPage.open(host);
    await arm(page);
    using guest = await page.invite();
    await guest.sit();
    const [ann, dee] = [await page.subject("Ann"), await guest.subject("Dee")];
    for (let sent = 0; sent < 60; sent += 1) dee.emit("news", "not shared");
    await until(() => dee.disconnected);
    const heard = new Promise((resolve) => ann.once("news", resolve));
    ann.emit("news", "hi");
    expect(await heard).toBe("hi");
  });

  it("cannot take the connections of the owner's clients, and leaves none behind", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    await guest.sit();
    await page.subject("Ann");
    const path = subjectPath(guest, { who: "Dee" });
    for (let opened = 0; opened < 10; opened += 1) await fetch(host.url + path);
    for (const who of ["Bob", "Cem"]) expect((await page.subject(who)).connected).toBe(true);
    await page.command("bench-invite", { open: false });
    const pages = 1;
    await until(async () => (await host.health()).connections === pages + 3);
  });
});
