import { describe, expect, it } from "vitest";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import { type Limits, limitRows } from "./limits.ts";
import { arm } from "./testing/arm.ts";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost, type TestHostOptions } from "./testing/test-host.ts";
import { TestPage, type TestPageOptions } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

/** Where each limit is held to its boundary. */
const enforced: Record<keyof Limits, string> = {
  benches: "here",
  benchesPerAddress: "here",
  connections: "here",
  connectionsPerAddress: "here",
  subjectsPerBench: "here",
  guestsPerBench: "guest.test.ts",
  socketsPerBench: "bench-net.test.ts",
  subjectMessageBytes: "here",
  controlMessageBytes: "here",
  commandsPerSecond: "here",
  eventsPerSecond: "here",
  benchIdleMs: "here",
  benchLifetimeMs: "here",
  controlAwayMs: "here",
  heldBytes: "slow-readers.test.ts",
  recoveryBytes: "recovery.test.ts",
  tappedBytes: "tap.test.ts",
};

/** A page that comes from this address, as a trusted proxy tells it. */
const from = (address: string): NonNullable<TestPageOptions["client"]> => ({
  extraHeaders: { "X-Forwarded-For": address },
});

const startBehindProxy = (limits: TestHostOptions["limits"]) =>
  TestHost.start({ trustProxyHops: 1, ...(limits && { limits }) });

async function refusal(host: TestHost, options: TestPageOptions = {}) {
  using page = new TestPage(host, options);
  return await page.connected();
}

async function statusOf(host: TestHost, path: string, headers: readonly string[] = []) {
  using raw = new RawConnection(host);
  return await raw.request(path, headers);
}

it("every limit is held to its boundary somewhere", () => {
  expect(Object.keys(enforced).sort()).toEqual(limitRows.map(({ name }) => name).sort());
});

describe("benches", () => {
  it("per address: one more is refused, another address is not", async () => {
    await using host = await startBehindProxy({ benchesPerAddress: 2 });
    using _one = await TestPage.open(host, { client: from("192.0.2.1") });
    using two = await TestPage.open(host, { client: from("192.0.2.1") });
    const full = { code: "too-many", detail: "2 benches" };
    expect(await refusal(host, { client: from("192.0.2.1") })).toEqual(full);
    expect(await refusal(host, { client: from("192.0.2.2") })).toBeUndefined();
    await two.command("bench-close", {});
    await until(() => host.app.benches.count === 2);
    expect(await refusal(host, { client: from("192.0.2.1") })).toBeUndefined();
  });

  it("on a full host: the longest idle one of the address that holds most goes, and is told", async () => {
    await using host = await startBehindProxy({ benches: 4 });
    using lone = await TestPage.open(host, { client: from("192.0.2.9") });
    host.advance(1000);
    const school = [];
    for (let opened = 0; opened < 3; opened += 1) {
      school.push(await TestPage.open(host, { client: from("192.0.2.1") }));
      host.advance(1000);
    }
    const [first, second, third] = school;
    await arm(first as TestPage);
    using newcomer = await TestPage.open(host, { client: from("192.0.2.2") });
    await until(() => second?.control.disconnected ?? false);
    expect(second?.ended).toEqual(["evicted"]);
    expect([first, third, lone, newcomer].map((page) => page?.ended)).toEqual([[], [], [], []]);
    expect(host.app.benches.count).toBe(4);
    for (const page of school) page[Symbol.dispose]();
  });
});

describe("connections", () => {
  it("per address: one more is refused on both paths, another address is not", async () => {
    await using host = await startBehindProxy({ connectionsPerAddress: 2 });
    using page = await TestPage.open(host, { client: from("192.0.2.1") });
    const ours = ["X-Forwarded-For: 192.0.2.1"];
    expect(await statusOf(host, subjectPath(page), ours)).toBe(200);
    expect(await statusOf(host, controlPath("polling"), ours)).toBe(429);
    expect(await statusOf(host, subjectPath(page), ours)).toBe(429);
    expect(await statusOf(host, controlPath("polling"), ["X-Forwarded-For: 192.0.2.2"])).toBe(200);
  });

  // Other systems have no second loopback address.
  it.runIf(process.platform === "linux")(
    "per address: idle TCP connections count, too",
    async () => {
      await using host = await TestHost.start({ limits: { connectionsPerAddress: 4 } });
      const idle = Array.from({ length: 40 }, () => new RawConnection(host));
      await until(() => idle.filter(({ isClosed }) => isClosed).length === 40 - 2 * 4);
      using other = new RawConnection(host, "127.0.0.2");
      expect(await other.request("/")).toBe(200);
      for (const raw of idle) raw[Symbol.dispose]();
      await until(async () => (await statusOf(host, "/")) === 200);
    },
  );

  it("on the whole host: one more is refused, by upgrade too, and room is made by leaving", async () => {
    await using host = await TestHost.start({ limits: { connections: 2 } });
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann");
    using raw = new RawConnection(host);
    expect(await raw.upgrade(controlPath("websocket"))).toBe(429);
    ann.disconnect();
    await until(async () => (await host.health()).connections === 1);
    expect(await statusOf(host, controlPath("polling"))).toBe(200);
  });

  it("are counted also when all are asked for in one packet", async () => {
    await using host = await TestHost.start({ limits: { connectionsPerAddress: 3 } });
    using raw = new RawConnection(host);
    raw.write(`GET ${controlPath("polling")} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(20));
    await until(() => raw.read.split("HTTP/1.1 ").length === 21);
    expect((await host.health()).connections).toBe(3);
  });

  it("that lets hundreds of requests wait is broken, and hardly one of them answered", async () => {
    await using host = await TestHost.start();
    using raw = new RawConnection(host);
    raw.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".repeat(500));
    await until(() => raw.isClosed);
    expect(raw.read.split("HTTP/1.1 ").length).toBeLessThan(50);
    expect(await statusOf(host, "/healthz")).toBe(200);
  });

  it("of one bench: one more is refused, those of another bench are not", async () => {
    await using host = await TestHost.start({ limits: { subjectsPerBench: 2 } });
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    await page.subject("Ann");
    await page.subject("Ann");
    expect(await statusOf(host, subjectPath(page))).toBe(429);
    using raw = new RawConnection(host);
    expect(await raw.upgrade(subjectPath(page, { transport: "websocket" }))).toBe(429);
    expect(await statusOf(host, subjectPath(other))).toBe(200);
  });

  it("of one bench are counted also when all are asked for in one packet", async () => {
    await using host = await TestHost.start({ limits: { subjectsPerBench: 2 } });
    using page = await TestPage.open(host);
    using raw = new RawConnection(host);
    raw.write(`GET ${subjectPath(page)} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(20));
    await until(() => raw.read.split("HTTP/1.1 ").length === 21);
    expect((await host.health()).connections).toBe(1 + 2);
  });
});

describe("the size of a message", () => {
  /** `43` frames an event; what is left of 1024 bytes is text. */
  const eventOf = (sizeBytes: number) => {
    const empty = '42["say",""]'.length - 1;
    return "x".repeat(sizeBytes - empty - 1);
  };

  it("from a subject: at the limit it passes, one byte more closes that client only", async () => {
    await using host = await TestHost.start({ limits: { subjectMessageBytes: 1024 } });
    using page = await TestPage.open(host, { lab: "echo" });
    using other = await TestPage.open(host, { lab: "echo" });
    const [ann, more] = [await page.subject("Ann"), await page.subject("Ann")];
    const stranger = await other.subject("Ann");
    const said = new Promise<string>((resolve) => ann.once("said", resolve));
    ann.emit("say", eventOf(1024));
    expect(await said).toHaveLength(1024 - 12);
    ann.emit("say", eventOf(1025));
    await until(() => ann.disconnected);
    expect([more, stranger, page.control].map(({ connected }) => connected)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("from a subject by polling: one byte more is refused", async () => {
    await using host = await TestHost.start({ limits: { subjectMessageBytes: 1024 } });
    using page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann", { transports: ["polling"] });
    const said = new Promise<string>((resolve) => ann.once("said", resolve));
    ann.emit("say", eventOf(1024));
    await said;
    ann.emit("say", eventOf(1025));
    await until(() => ann.disconnected);
    expect(page.control.connected).toBe(true);
  });

  it("on the control channel: at the limit it is answered, one byte more closes it", async () => {
    await using host = await TestHost.start({ limits: { controlMessageBytes: 16_384 } });
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    const empty = '421["bench-clock",""]'.length;
    const answer = await page.command("bench-clock", "x".repeat(16_384 - empty));
    expect(answer).toMatchObject({ failure: { code: "bad-payload" } });
    page.control.emit("bench-clock", "x".repeat(16_384));
    await until(() => page.control.disconnected);
    expect(other.control.connected).toBe(true);
  });
});

describe("a rate", () => {
  it("of commands: as many as allowed are answered, more are told to wait", async () => {
    await using host = await TestHost.start({ limits: { commandsPerSecond: 20 } });
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => page.command("bench-clock", {})),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused[0]).toEqual({ ok: false, failure: { code: "rate-limited" } });
    expect(answers.slice(0, 19).every(({ ok }) => ok)).toBe(true);
    expect((await other.command("bench-clock", {})).ok).toBe(true);
    expect(page.control.connected).toBe(true);
  });

  it("of commands is the bench's: a new control channel brings no new allowance", async () => {
    await using host = await TestHost.start({ limits: { commandsPerSecond: 20 } });
    using page = await TestPage.open(host);
    await Promise.all(Array.from({ length: 30 }, () => page.command("bench-clock", {})));
    const { bench, owner } = page;
    using again = new TestPage(host, { bench, owner });
    await again.connected();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => again.command("bench-clock", {})),
    );
    expect(answers.some(({ ok }) => !ok)).toBe(true);
  });

  it("of events: the client that floods is cut off, another bench is served", async () => {
    await using host = await TestHost.start({ limits: { eventsPerSecond: 30 } });
    using page = await TestPage.open(host, { lab: "echo" });
    using other = await TestPage.open(host, { lab: "echo" });
    const [ann, bystander] = [await page.subject("Ann"), await other.subject("Ann")];
    for (let sent = 0; sent < 60; sent += 1) ann.emit("say", sent);
    const said = new Promise((resolve) => bystander.once("said", resolve));
    bystander.emit("say", "hi");
    expect(await said).toBe("hi");
    await until(() => ann.disconnected);
    await until(() => page.observed.some(({ what }) => what === "disconnected"));
    const received = page.observed.filter(({ what }) => what === "received");
    expect(received.length).toBeGreaterThanOrEqual(30);
    expect(received.length).toBeLessThan(60);
    expect(page.observed.filter(({ what }) => what === "dropped")).toEqual([
      expect.objectContaining({ where: "Ann", reason: "rate-limited" }),
    ]);
  });

  it.concurrent.each(["3", "430[]", "6", "42"])(
    "of packets that are no events: a flood of %s is cut off",
    async (packet) => {
      await using host = await TestHost.start();
      using page = await TestPage.open(host);
      using raw = new RawConnection(host);
      await raw.upgrade(subjectPath(page, { transport: "websocket" }));
      raw.frame("40");
      for (let sent = 0; sent < 400; sent += 1) raw.frame(packet);
      await until(() => raw.isClosed);
      expect((await page.command("bench-clock", {})).ok).toBe(true);
    },
  );
});

describe("WebSocket's own frames", () => {
  it.each([
    ["pings", 0x89],
    ["pongs", 0x8a],
  ])("a flood of %s is cut off, also before a session has upgraded", async (_, first) => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using joined = new RawConnection(host);
    await joined.upgrade(subjectPath(page, { transport: "websocket" }));
    const opened = await (await fetch(host.url + subjectPath(page))).text();
    const more = `&sid=${JSON.parse(opened.slice(1)).sid}`;
    using upgrading = new RawConnection(host);
    await upgrading.upgrade(subjectPath(page, { transport: "websocket", more }));
    const flood = Buffer.from([first, 0x80, 0, 0, 0, 0]);
    for (const { socket } of [joined, upgrading]) {
      for (let sent = 0; sent < 400; sent += 1) socket.write(flood);
    }
    await until(() => joined.isClosed && upgrading.isClosed);
    expect((await page.command("bench-clock", {})).ok).toBe(true);
  });

  it("a message in very many parts closes its connection", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using raw = new RawConnection(host);
    await raw.upgrade(subjectPath(page, { transport: "websocket" }));
    const part = (first: number) => Buffer.from([first, 0x81, 0, 0, 0, 0, 0x78]);
    raw.socket.write(Buffer.concat([part(0x01), ...Array(400).fill(part(0x00))]));
    await until(() => raw.isClosed);
    expect((await page.command("bench-clock", {})).ok).toBe(true);
  });
});

describe("a bench's time", () => {
  const minuteMs = 60_000;

  it("idle: at the limit it stays, beyond it ends, and its page is told", async () => {
    await using host = await TestHost.start({ limits: { benchIdleMs: 15 * minuteMs } });
    using page = await TestPage.open(host);
    host.advance(14.9 * minuteMs);
    expect(host.app.benches.count).toBe(1);
    host.advance(0.2 * minuteMs);
    await until(() => page.control.disconnected);
    expect(page.ended).toEqual(["idle"]);
  });

  it("idle: what the page asks by itself is no use, a command and an event are", async () => {
    await using host = await TestHost.start({ limits: { benchIdleMs: minuteMs } });
    using asking = await TestPage.open(host);
    using commanding = await TestPage.open(host);
    using emitting = await TestPage.open(host);
    const ann = await emitting.subject("Ann");
    host.advance(0.6 * minuteMs);
    await asking.command("bench-clock", {});
    await asking.command("bench-open", {});
    await arm(commanding);
    ann.emit("anything");
    await until(() => emitting.observed.some(({ what }) => what === "received"));
    host.advance(0.6 * minuteMs);
    await until(() => asking.control.disconnected);
    expect(asking.ended).toEqual(["idle"]);
    expect([...commanding.ended, ...emitting.ended]).toEqual([]);
  });

  it("in all: even one in use ends at its lifetime", async () => {
    await using host = await TestHost.start({ limits: { benchLifetimeMs: 10 * minuteMs } });
    using page = await TestPage.open(host);
    host.advance(9.9 * minuteMs);
    await arm(page);
    host.advance(0.2 * minuteMs);
    await until(() => page.control.disconnected);
    expect(page.ended).toEqual(["lifetime"]);
  });

  it("away: it waits for its page as long as the limit says, with its clients", async () => {
    await using host = await TestHost.start({ limits: { controlAwayMs: 2 * minuteMs } });
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann");
    page.control.disconnect();
    const isAway = () => (host.app.benches.find(page.bench)?.awayMs ?? 0) > 0;
    await until(isAway);
    host.advance(1.9 * minuteMs);
    expect(ann.connected).toBe(true);
    host.advance(0.2 * minuteMs);
    await until(() => ann.disconnected);
    expect(host.app.benches.count).toBe(0);
  });

  it("away: so ends one whose page left before it had arrived", async () => {
    await using host = await TestHost.start({ limits: { controlAwayMs: 2 * minuteMs } });
    const keys = { bench: "a".repeat(32), owner: "b".repeat(32) };
    host.app.benches.openFor({ lab: "echo", address: "192.0.2.1", ...keys });
    host.advance(2.1 * minuteMs);
    expect(host.app.benches.count).toBe(0);
  });
});

it("a name that is longer than any lab allows is cut before it is kept", async () => {
  const lab = defineLabServer(echoContract, () => ({ handlers: { repeat: () => ok({}) } }));
  await using host = await TestHost.start({ labs: [lab] });
  using page = await TestPage.open(host, { lab: "echo" });
  const ann = await page.subject("Ann");
  ann.emit("e".repeat(10_000));
  await until(() => page.observed.some(({ what }) => what === "received"));
  const received = page.observed.find(({ what }) => what === "received");
  expect(received).toMatchObject({ event: `${"e".repeat(200)}…` });
});
