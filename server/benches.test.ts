import { describe, expect, it } from "vitest";
import { newKeys } from "#lab-kit/keys.ts";
import { defineLabServer, type LabServer } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import { arm } from "./testing/arm.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const refusal = async (host: TestHost, options: ConstructorParameters<typeof TestPage>[1]) => {
  using page = new TestPage(host, options);
  return await page.connected();
};

describe("a bench and its owner", () => {
  it("opens for the first page that names its key", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    expect(Object.keys(page.seats)).toEqual(["Ann", "Bob", "Cem"]);
    expect(host.app.benches.count).toBe(1);
  });

  it("hears what the server saw of its clients", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    const ann = await page.subject("Ann");
    await page.subject("Bob");
    ann.emit("news", "hi");
    await until(() => page.observed.some(({ what }) => what === "written"));
    const written = page.observed.find(({ what }) => what === "written");
    expect(written).toMatchObject({ event: "news", write: { recipients: ["Ann", "Bob"] } });
  });

  it("refuses another owner who knows the bench's key", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    expect(await refusal(host, { bench: page.bench })).toEqual({ code: "not-owner" });
    expect(page.control.connected).toBe(true);
  });

  it("refuses its own owner under another lab's name", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const { bench, owner } = page;
    expect(await refusal(host, { bench, owner, lab: "echo" })).toEqual({ code: "not-owner" });
  });

  it.each(["", "no-such-lab", "__proto__", "constructor"])("has no lab named %j", async (lab) => {
    await using host = await TestHost.start();
    expect(await refusal(host, { lab })).toMatchObject({ code: "gone" });
    expect(host.app.benches.count).toBe(0);
  });

  it.each([
    { bench: "short" },
    { bench: "G".repeat(32) },
    { bench: `${"a".repeat(32)}\n` },
    { owner: "" },
    { build: "x".repeat(65) },
  ])("refuses keys that no page makes: %j", async (options) => {
    await using host = await TestHost.start();
    expect(await refusal(host, options)).toEqual({ code: "bad-payload", detail: "auth" });
    expect(host.app.benches.count).toBe(0);
  });

  it("stays open while its page is away, and knows it again", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const { bench, owner, seats } = page;
    page.control.disconnect();
    host.advance(60_000);
    using again = await TestPage.open(host, { bench, owner });
    expect(again.seats).toEqual(seats);
  });

  it("moves to the second tab of its owner and tells the first", async () => {
    await using host = await TestHost.start();
    using first = await TestPage.open(host);
    using second = await TestPage.open(host, { bench: first.bench, owner: first.owner });
    await until(() => first.ended.length > 0 && first.control.disconnected);
    expect(first.ended).toEqual(["moved"]);
    expect(second.control.connected).toBe(true);
    expect(second.seats).toEqual(first.seats);
  });

  it("ends when its owner closes it", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann");
    expect(await page.command("bench-close", {})).toEqual({ ok: true, value: {} });
    await until(() => ann.disconnected && page.control.disconnected);
    expect(page.ended).toEqual(["closed"]);
    expect(host.app.benches.count).toBe(0);
  });

  it("opens anew under the same keys after the server was replaced", async () => {
    const keys = newKeys();
    await using old = await TestHost.start();
    using before = await TestPage.open(old, keys);
    await using fresh = await TestHost.start();
    using after = await TestPage.open(fresh, keys);
    expect(after.seats).not.toEqual(before.seats);
  });

  it("keeps its events and notices from every other bench", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    const heard: unknown[] = [];
    for (const seat of ["Ann", "Bob"])
      (await other.subject(seat)).onAny((name) => heard.push(name));
    const ann = await page.subject("Ann");
    await arm(page);
    const back = new Promise((resolve) => ann.once("news", resolve));
    ann.emit("news", "hi");
    await back;
    await other.command("bench-clock", {});
    expect(heard).toEqual([]);
    expect(other.observed.filter((seen) => seen.what === "received")).toEqual([]);
  });
});

describe("a page of another build", () => {
  it.each([
    ["old", "new", "stale-page"],
    ["new", "new", undefined],
    ["dev", "new", undefined],
    ["old", "dev", undefined],
  ])("page %s, server %s: %s", async (page, build, code) => {
    await using host = await TestHost.start({ build });
    expect((await refusal(host, { build: page }))?.code).toBe(code);
  });
});

describe("a lab whose code fails", () => {
  const failing = (open: LabServer["open"]): LabServer => ({
    ...defineLabServer(echoContract, () => ({ handlers: { repeat: () => ok({}) } })),
    open,
  });
  const handlers = { repeat: () => ok({}) };

  it("answers internal when it cannot open, and the host lives", async () => {
    const lab = failing(() => {
      throw new Error("no");
    });
    await using host = await TestHost.start({ labs: [lab] });
    expect(await refusal(host, { lab: "echo" })).toEqual({ code: "internal" });
    expect(await host.health()).toMatchObject({ benches: 0 });
  });

  it.each([
    ["a listener that throws", () => Promise.resolve().then(() => undefined), true],
    ["a listener that rejects", () => Promise.reject(new Error("no")), false],
  ])("survives %s", async (_, run, throws) => {
    const lab = failing(({ io }) => {
      io.on("connection", (socket) => {
        socket.on("say", () => {
          if (throws) throw new Error("no");
          return run();
        });
        socket.once("say", (words) => socket.emit("said", words));
        socket.on("disconnect", () => {
          throw new Error("no");
        });
      });
      return { handlers };
    });
    await using host = await TestHost.start({ labs: [lab] });
    using page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann");
    const said = new Promise((resolve) => ann.once("said", resolve));
    ann.emit("say", "hi");
    expect(await said).toBe("hi");
    await until(() => page.observed.some(({ what }) => what === "dropped"));
    ann.disconnect();
    expect((await page.command("bench-clock", {})).ok).toBe(true);
    expect(host.log.join("")).toContain("lab-threw");
  });

  it("is closed although its own closing throws", async () => {
    const lab = failing((bench) => {
      bench.onClose(() => {
        throw new Error("no");
      });
      return { handlers };
    });
    await using host = await TestHost.start({ labs: [lab] });
    using page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann");
    await page.command("bench-close", {});
    await until(() => ann.disconnected);
    expect(page.ended).toEqual(["closed"]);
  });
});
