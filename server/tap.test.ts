import { io as connectTo, type Socket } from "socket.io-client";
import { describe, expect, it } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { seededRandom } from "#lab-kit/testing/seeded-random.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { RecordingRelay } from "./testing/recording-relay.ts";
import { bytesOf, connectionsIn, tappedIn, withMasks } from "./testing/tapped-bytes.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

/** `repeat` 1 taps, 2 stops, 3 counts; the server says everything back. */
const tapping = defineLabServer(echoContract, (bench) => {
  bench.tap(false);
  bench.io.on("connection", (socket) => {
    socket.on("say", (words: unknown, answer?: (words: unknown) => void) => answer?.(words));
  });
  return {
    handlers: {
      repeat: ({ times }) => {
        bench.tap(times !== 2, times === 3 ? "counts" : "bytes-and-ends");
        return ok({});
      },
    },
  };
});

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const mib = 1024 * 1024;
const start = (limits = {}) =>
  TestHost.start({
    labs: [tapping],
    limits: { subjectMessageBytes: mib, tappedBytes: 16 * mib, heldBytes: 64 * mib, ...limits },
  });

async function openTapped(host: TestHost): Promise<TestPage> {
  const page = await TestPage.open(host, { lab: "echo" });
  await page.command("repeat", { times: 1 });
  return page;
}

async function clientOf(
  page: TestPage,
  url: string,
  transports: ("polling" | "websocket")[],
): Promise<Socket> {
  const client = connectTo(url, {
    forceNew: true,
    reconnection: false,
    transports,
    query: { bench: page.bench, seat: page.seats.Ann ?? "" },
    extraHeaders: { cookie: "session=of-Ann", authorization: "Basic QW5uOkFubg==" },
  });
  page.subjects.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once("connect", resolve);
    client.once("connect_error", reject);
  });
  return client;
}

/** What the relay recorded and what the tap told, by way, masks apart, in one order. */
function bothSides(relay: RecordingRelay, observed: readonly Observation[], way: "up" | "down") {
  const told = connectionsIn(observed).map((number) => bytesOf(observed, number, way));
  const recorded = relay.connections.map((connection) => Buffer.concat(connection[way]));
  return { told, recorded };
}

/** Each connection of the relay has its twin in the tap: the same bytes, masks apart. */
function isSame(relay: RecordingRelay, observed: readonly Observation[], way: "up" | "down") {
  const { told, recorded } = bothSides(relay, observed, way);
  return (
    told.length === recorded.length &&
    recorded.every((bytes) =>
      told.some(
        ({ bytes: tapped, masked }) =>
          tapped.length === bytes.length && withMasks(bytes, masked).equals(tapped),
      ),
    )
  );
}

const big = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, index) => index % 251));

describe("the tap tells what an independent relay records", () => {
  it.each([
    [["polling"] as const, 20],
    [["websocket"] as const, 20],
    [["polling", "websocket"] as const, 20],
  ])("over %s, 200 kB of binary included", async (transports, emits) => {
    await using host = await start();
    await using relay = await RecordingRelay.to(host);
    using page = await openTapped(host);
    const client = await clientOf(page, relay.url, [...transports]);
    for (let sent = 0; sent < emits; sent += 1) await client.emitWithAck("say", `hey ${sent}`);
    await until(() => client.io.engine.transport.name === transports.at(-1));
    expect(Buffer.from(await client.emitWithAck("say", big)).equals(big)).toBe(true);
    client.disconnect();
    await until(() => isSame(relay, page.observed, "up"));
    await until(() => isSame(relay, page.observed, "down"));
    const up = bothSides(relay, page.observed, "up");
    expect(Buffer.concat(up.recorded).length).toBeGreaterThan(200_000);
  });

  it("counts a frame that comes with the upgrade once", async () => {
    await using host = await start();
    await using relay = await RecordingRelay.to(host);
    using page = await openTapped(host);
    using raw = new RawConnection(relay);
    raw.socket.cork();
    void raw.upgrade(subjectPath(page, { transport: "websocket" }));
    raw.frame("came along");
    raw.socket.uncork();
    await until(() => raw.read.includes("0{"));
    raw.frame("40");
    await until(() => raw.read.includes('40{"sid"'));
    await until(() => isSame(relay, page.observed, "up") && isSame(relay, page.observed, "down"));
    expect(relay.connections[0]?.up[0]?.includes("came along")).toBe(true);
  });

  it("byte by byte, with empty lines before a request", async () => {
    await using host = await start();
    await using relay = await RecordingRelay.to(host);
    using page = await openTapped(host);
    using raw = new RawConnection(relay);
    raw.socket.setNoDelay(true);
    const request = `\r\n\r\nGET ${subjectPath(page)} HTTP/1.1\r\nHost: wirebook.test\r\n\r\n`;
    for (const byte of request) {
      await new Promise((resolve) => raw.socket.write(byte, resolve));
      await new Promise(setImmediate);
    }
    await until(() => raw.read.includes('"sid"'));
    await until(() => isSame(relay, page.observed, "up") && isSame(relay, page.observed, "down"));
    expect(tappedIn(page.observed).at(0)?.bytes).toBeDefined();
  });
});

describe("a connection that two benches share", () => {
  const both = async (host: TestHost) => [await openTapped(host), await openTapped(host)] as const;

  it("shows each only its own exchanges, pipelined or not", async () => {
    await using host = await start();
    const [one, two] = await both(host);
    using raw = new RawConnection(host);
    const ask = (path: string, cookie: string, more = "") =>
      `GET ${path} HTTP/1.1\r\nHost: wirebook.test\r\nCookie: ${cookie}\r\nUser-Agent: ${cookie}\r\n${more}\r\n`;
    const answers = () => raw.read.split("HTTP/1.1 200").length - 1;
    raw.write(ask(subjectPath(one), "one"));
    await until(() => answers() === 1);
    raw.write(
      ask(subjectPath(two), "two") +
        ask("/", "site", "Content-Length: 4\r\n") +
        "GET " +
        ask(subjectPath(one), "one") +
        ask(subjectPath(two), "two"),
    );
    await until(() => answers() === 5);
    for (const [page, own, other] of [
      [one, "one", "two"],
      [two, "two", "one"],
    ] as const) {
      await until(() => tappedIn(page.observed).length >= 4);
      const up = bytesOf(page.observed, 1, "up").bytes.toString("latin1");
      const down = bytesOf(page.observed, 1, "down").bytes.toString("latin1");
      expect(up.split(`User-Agent: ${own}`)).toHaveLength(3);
      expect(up).not.toContain(`User-Agent: ${other}`);
      expect(up).not.toContain("User-Agent: site");
      expect(down.split("HTTP/1.1 200")).toHaveLength(3);
      expect(down.split('"sid"')).toHaveLength(3);
      expect(down).not.toContain("the site");
      expect(
        tappedIn(page.observed)
          .map(({ exchange, way }) => `${exchange} ${way}`)
          .sort(),
      ).toEqual(["1 down", "1 up", "2 down", "2 up"]);
      page[Symbol.dispose]();
    }
  });

  it(`shows each only its own, however the bytes are cut (SEED=${seed})`, async () => {
    await using host = await start({ eventsPerSecond: 1000, subjectsPerBench: 1000 });
    const [one, two] = await both(host);
    const random = seededRandom(seed);
    const pages = [one, two] as const;
    using raw = new RawConnection(host);
    raw.socket.setNoDelay(true);
    let all = "";
    const own = ["", ""];
    const count = 40;
    for (let sent = 0; sent < count; sent += 1) {
      const whose = Math.floor(random() * 3);
      const page = pages[whose];
      const body = "x".repeat(Math.floor(random() * 50));
      const path = page ? subjectPath(page, { more: `&n=${sent}` }) : "/";
      const request = `POST ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      all += request;
      if (page) own[whose] += request;
    }
    while (all.length > 0) {
      const size = 1 + Math.floor(random() * 400);
      raw.write(all.slice(0, size));
      all = all.slice(size);
      await new Promise(setImmediate);
    }
    await until(() => raw.read.split("HTTP/1.1 ").length > count || raw.isClosed);
    for (const [index, page] of pages.entries()) {
      const told = () => bytesOf(page.observed, 1, "up");
      const sent = Buffer.from(own[index] ?? "");
      await until(() => told().bytes.length === sent.length);
      expect(told().bytes.equals(withMasks(sent, told().masked))).toBe(true);
      page[Symbol.dispose]();
    }
  });

  it("is heard no more after a request that the host turns down by itself", async () => {
    await using host = await start();
    using page = await openTapped(host);
    using raw = new RawConnection(host);
    const mine = `GET ${subjectPath(page)} HTTP/1.1\r\nHost: wirebook.test\r\n`;
    const victim = "GET / HTTP/1.1\r\nHost: wirebook.test\r\nCookie: session=of-Bob\r\n\r\n";
    const looksLikeVictim = "GET / HTTP/1.1\r\n\r\n";
    const length = (text: string) => `Content-Length: ${text.length}\r\n\r\n${text}`;
    const requests = [
      `${mine}Expect: nonsense\r\n${length(looksLikeVictim)}`,
      `${mine}\r\n`,
      victim,
      `${mine}${length("x".repeat(victim.length))}`,
    ];
    for (const [index, request] of requests.entries()) {
      raw.write(request);
      await until(() => raw.read.split("HTTP/1.1 ").length === index + 2 || raw.isClosed);
    }
    expect(raw.read).toContain("HTTP/1.1 417 ");
    await page.command("repeat", { times: 2 });
    const heard = connectionsIn(page.observed).map((number) =>
      bytesOf(page.observed, number, "up"),
    );
    expect(heard.map(({ bytes }) => bytes.toString("latin1")).join()).not.toContain("of-Bob");
  });

  it("is heard no more after a request whose end is not certain", async () => {
    await using host = await start();
    using page = await openTapped(host);
    using raw = new RawConnection(host);
    const chunked = "Transfer-Encoding: chunked\r\n\r\n2\r\n40\r\n0\r\n\r\n";
    raw.write(`POST ${subjectPath(page)} HTTP/1.1\r\nHost: wirebook.test\r\n${chunked}`);
    await until(() => raw.read.includes("HTTP/1.1 "));
    raw.write(`GET ${subjectPath(page)} HTTP/1.1\r\nHost: wirebook.test\r\n\r\n`);
    await until(() => raw.read.split("HTTP/1.1 ").length === 3 || raw.isClosed);
    page.command("repeat", { times: 2 });
    await until(() => page.observed.some(({ what }) => what === "tapped"));
    expect(bytesOf(page.observed, 1, "up").bytes).toHaveLength(0);
  });
});

describe("what leaves the server", () => {
  const secrets = ["session=of-Ann", "QW5uOkFubg", "203.0.113.9", "wirebook.test", "198.51.100.7"];

  it("has no cookie, no credentials, no address and no key in it", async () => {
    await using host = await start();
    using page = await openTapped(host);
    using raw = new RawConnection(host);
    const status = await raw.upgrade(subjectPath(page, { transport: "websocket" }), [
      "Cookie: session=of-Ann",
      "Authorization: Basic QW5uOkFubg==",
      "X-Forwarded-For: 203.0.113.9",
      "x-forwarded-host: wirebook.test",
      "FORWARDED: for=203.0.113.9;",
      "Origin: http://wirebook.test",
      "X-Real-IP: 198.51.100.7",
    ]);
    expect(status).toBe(101);
    await until(() => bytesOf(page.observed, 1, "down").bytes.length > 0);
    const { bytes, masked } = bytesOf(page.observed, 1, "up");
    const text = bytes.toString("latin1");
    for (const secret of [...secrets, page.bench, ...Object.values(page.seats)]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toMatch(/&bench=\*{32}&seat=\*{32} HTTP\/1\.1\r\nHost: \*{13}\r\n/);
    expect(text).toContain("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    expect(text).toContain("Cookie: **************\r\n");
    expect([...new Set(masked.map(({ why }) => why))].sort()).toEqual([
      "address",
      "authorization",
      "cookie",
      "forwarded",
      "key",
    ]);
    for (const { from, to } of masked) expect(text.slice(from, to)).toMatch(/^\*+$/);
  });

  it("has no key in a message either", async () => {
    await using host = await start();
    using page = await openTapped(host);
    const client = await clientOf(page, host.url, ["websocket"]);
    await client.emitWithAck("say", page.bench);
    await until(() => bytesOf(page.observed, 1, "down").bytes.includes("43"));
    expect(bytesOf(page.observed, 1, "down").bytes.toString("latin1")).not.toContain(page.bench);
    expect(host.log.join("\n")).not.toContain(page.bench);
  });

  it("is nothing of a guest's connection", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    host.app.benches.find(page.bench)?.tap(true);
    using guest = await page.invite();
    await guest.sit();
    await guest.subject("Dee");
    await page.subject("Ann");
    await until(() => tappedIn(page.observed).length > 1);
    expect(tappedIn(page.observed).every(({ where }) => where === "Ann")).toBe(true);
    expect(tappedIn(guest.observed)).toEqual([]);
  });
});

describe("a tap", () => {
  it("is off until it is turned on, also for what is connected already", async () => {
    await using host = await start();
    using page = await TestPage.open(host, { lab: "echo" });
    const client = await clientOf(page, host.url, ["websocket"]);
    await client.emitWithAck("say", "before");
    await page.command("repeat", { times: 1 });
    await client.emitWithAck("say", "hey");
    await page.command("repeat", { times: 2 });
    await client.emitWithAck("say", "after");
    await until(() => tappedIn(page.observed).length > 1);
    expect(tappedIn(page.observed)).toHaveLength(2);
    const { bytes } = bytesOf(page.observed, 1, "down");
    expect(bytes.subarray(2).toString()).toBe('431["hey"]');
  });

  it("keeps what its limit allows and counts the rest", async () => {
    await using host = await start({ tappedBytes: 20_000 });
    using page = await openTapped(host);
    const client = await clientOf(page, host.url, ["websocket"]);
    await client.emitWithAck("say", big);
    await client.emitWithAck("say", "hey");
    const counted = () => page.observed.flatMap((seen) => (seen.what === "counted" ? [seen] : []));
    const sum = (way: "up" | "down") =>
      counted().reduce((total, seen) => total + (seen.way === way ? seen.sizeBytes : 0), 0);
    await until(() => sum("up") > 200_000 && sum("down") > 200_000);
    const kept = (["up", "down"] as const).map(
      (way) => bytesOf(page.observed, 1, way).bytes.length,
    );
    expect(Math.max(...kept)).toBeLessThan(20_000);
  });

  it("that only counts tells as many bytes as a relay records", async () => {
    await using host = await start();
    await using relay = await RecordingRelay.to(host);
    using page = await TestPage.open(host, { lab: "echo" });
    await page.command("repeat", { times: 3 });
    const client = await clientOf(page, relay.url, ["polling", "websocket"]);
    await client.emitWithAck("say", big);
    client.disconnect();
    for (const way of ["up", "down"] as const) {
      await until(() => {
        const told = page.observed.flatMap((seen) =>
          seen.what === "counted" && seen.way === way ? [seen.sizeBytes] : [],
        );
        const recorded = relay.connections.flatMap((connection) => connection[way]);
        return told.reduce((sum, size) => sum + size, 0) === Buffer.concat(recorded).length;
      });
    }
    expect(tappedIn(page.observed)).toEqual([]);
  });

  it("tells the ports of each connection once, and no address, where a lab asks for them", async () => {
    await using host = await start();
    using page = await openTapped(host);
    const client = await clientOf(page, host.url, ["websocket"]);
    await client.emitWithAck("say", "one");
    await client.emitWithAck("say", "two");
    const ends = () => page.observed.filter(({ what }) => what === "ends");
    await until(() => ends().length > 0 && tappedIn(page.observed).length > 4);
    const { seq: _, atMs: __, ...told } = ends()[0] ?? { seq: 0, atMs: 0 };
    expect(told).toEqual({
      what: "ends",
      connection: 1,
      ip: "ipv4",
      clientPort: expect.any(Number),
      serverPort: Number(new URL(host.url).port),
      clock: "server",
      where: "Ann",
    });
    expect(ends().length).toBe(1);
  });
});
