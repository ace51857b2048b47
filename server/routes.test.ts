import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { EventStream, PlainSocket } from "#lab-kit/server/routes.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import type { Limits } from "./limits.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { bytesOf, tappedIn } from "./testing/tapped-bytes.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const kib = 1024;
const text = { status: 200, type: "text/plain" } as const;

/** What the lab's code had in its hands. */
interface Seen {
  streams: EventStream[];
  sockets: PlainSocket[];
  gone: number;
  closed: string[];
}

const routedWith = (seen: Seen) =>
  defineLabServer(echoContract, (bench) => {
    bench.tap(false);
    return {
      handlers: {
        repeat: ({ times }) => {
          bench.tap(times === 1);
          return ok({});
        },
      },
      routes: {
        hello: {
          kind: "http",
          method: "GET",
          answer: ({ who, query }) => ({ ...text, body: `${who} ${query.word ?? ""}` }),
        },
        shout: {
          kind: "http",
          method: "POST",
          answer: ({ body }) => ({ ...text, body: body.toUpperCase() }),
        },
        wait: {
          kind: "http",
          method: "GET",
          answer: ({ gone }) =>
            new Promise((resolve) => {
              gone.addEventListener("abort", () => {
                seen.gone += 1;
                resolve({ ...text, body: "too late" });
              });
            }),
        },
        broken: {
          kind: "http",
          method: "GET",
          answer: () => {
            throw new Error("of the lab");
          },
        },
        deaf: { kind: "websocket", open: () => undefined },
        news: { kind: "events", open: (stream) => void seen.streams.push(stream) },
        talk: {
          kind: "websocket",
          open: (socket) => {
            seen.sockets.push(socket);
            socket.onMessage((data) => {
              if (data === "throw") throw new Error("of the lab");
              socket.send(data);
            });
            socket.onClose((code, reason) => seen.closed.push(`${code} ${reason}`));
          },
        },
      },
    };
  });

async function start(limits: Partial<Limits> = {}) {
  const seen: Seen = { streams: [], sockets: [], gone: 0, closed: [] };
  const host = await TestHost.start({ labs: [routedWith(seen)], limits });
  const page = await TestPage.open(host, { lab: "echo" });
  const pathOf = (route: string, { bench = page.bench, seat = page.seats.Ann, more = "" } = {}) =>
    `/b/echo/${route}?bench=${bench}&seat=${seat}${more}`;
  return {
    host,
    page,
    seen,
    pathOf,
    ask: (route: string, init: RequestInit = {}, more = "") =>
      fetch(host.url + pathOf(route, { more }), init),
    async [Symbol.asyncDispose]() {
      page[Symbol.dispose]();
      await host[Symbol.asyncDispose]();
    },
  };
}

type Rig = Awaited<ReturnType<typeof start>>;

async function talk({ host, pathOf }: Rig, route = "talk"): Promise<WebSocket> {
  const socket = new WebSocket(host.url.replace("http", "ws") + pathOf(route));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return socket;
}

const messageOf = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.once("message", (data) => resolve(String(data))));

const closeOf = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.once("close", (code, reason) => resolve(`${code} ${reason}`)));

describe("a route of a bench", () => {
  it("answers a subject in its seat", async () => {
    await using rig = await start();
    const answer = await rig.ask("hello", {}, "&word=hi");
    expect(await answer.text()).toBe("Ann hi");
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const posted = await rig.ask("shout", { method: "POST", body: "hey" });
    expect(await posted.text()).toBe("HEY");
  });

  it("streams events, each a block of its own", async () => {
    await using rig = await start();
    const answer = await rig.ask("news", { headers: { "Last-Event-ID": "7" } });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const [stream] = rig.seen.streams;
    expect(stream?.lastEventId).toBe("7");
    stream?.send({ id: "8\nevent: forged", data: "one\ntwo" });
    stream?.send({ event: "last", data: "" });
    stream?.end();
    expect(await answer.text()).toBe(
      "id: 8event: forged\ndata: one\ndata: two\n\nevent: last\ndata: \n\n",
    );
  });

  it("talks over a plain WebSocket", async () => {
    await using rig = await start();
    const client = await talk(rig);
    const answered = messageOf(client);
    client.send("hey");
    expect(await answered).toBe("hey");
    const bytes = messageOf(client);
    rig.seen.sockets[0]?.send(Uint8Array.of(104, 105));
    expect(await bytes).toBe("hi");
    client.close(4001, "enough");
    await until(() => rig.seen.closed.length === 1);
    expect(rig.seen.closed).toEqual(["4001 enough"]);
  });

  it("is tapped like any connection of a subject", async () => {
    await using rig = await start();
    await rig.page.command("repeat", { times: 1 });
    await (await rig.ask("hello")).text();
    const client = await talk(rig);
    const answered = messageOf(client);
    client.send("hey");
    await answered;
    const down = () => bytesOf(rig.page.observed, 2, "down").bytes.toString("latin1");
    await until(() => down().endsWith("\x81\x03hey"));
    const first = bytesOf(rig.page.observed, 1, "up").bytes.toString("latin1");
    expect(first).toMatch(/^GET \/b\/echo\/hello\?bench=\*{32}&seat=\*{32} HTTP\/1\.1\r\n/);
    expect(tappedIn(rig.page.observed).every(({ where }) => where === "Ann")).toBe(true);
  });
});

describe("who has no business at a route", () => {
  it.each([
    ["an unknown bench", 404, { bench: "0".repeat(32) }],
    ["an unknown seat", 403, { seat: "0".repeat(32) }],
    ["no seat", 403, { seat: "" }],
  ])("%s is refused by %i", async (_, status, whom) => {
    await using rig = await start();
    expect((await fetch(rig.host.url + rig.pathOf("hello", whom))).status).toBe(status);
    using raw = new RawConnection(rig.host);
    expect(await raw.upgrade(rig.pathOf("talk", whom))).toBe(status);
    expect(rig.seen.sockets).toEqual([]);
  });

  it.each([
    ["/b/echo/nothing", 404],
    ["/b/echo/hello/more", 404],
    ["/b/echo/", 404],
    ["/b/emit/hello", 404],
    ["/b/echo/__proto__", 404],
    ["/b/echo/constructor", 404],
  ])("%s leads nowhere", async (path, status) => {
    await using rig = await start();
    const query = rig.pathOf("").replace("/b/echo/", "");
    expect((await fetch(rig.host.url + path + query)).status).toBe(status);
  });

  it("a page of another origin is refused", async () => {
    await using rig = await start();
    const Origin = "http://stranger.test";
    using raw = new RawConnection(rig.host);
    expect(await raw.request(rig.pathOf("hello"), [`Origin: ${Origin}`])).toBe(403);
    using other = new RawConnection(rig.host);
    expect(await other.upgrade(rig.pathOf("talk"), [`Origin: ${Origin}`])).toBe(403);
  });

  it("a guest's seat is none here", async () => {
    await using rig = await start();
    await rig.page.command("bench-invite", { open: true });
    const bench = rig.host.app.benches.find(rig.page.bench);
    expect(bench?.subjectOf("")).toBeUndefined();
    using guest = new TestPage(rig.host, { lab: "echo", bench: rig.page.bench, owner: undefined });
    await guest.connected();
    const seat = (await guest.command("guest-open", {})) as { value?: { seat?: string } };
    const path = rig.pathOf("hello", { seat: seat.value?.seat ?? "none" });
    expect((await fetch(rig.host.url + path)).status).toBe(403);
  });
});

describe("misuse of a route", () => {
  it("by the wrong method is told the right one", async () => {
    await using rig = await start();
    for (const [route, method, allow] of [
      ["hello", "POST", "GET"],
      ["shout", "GET", "POST"],
      ["news", "DELETE", "GET"],
    ] as const) {
      const answer = await rig.ask(route, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toBe(allow);
    }
  });

  it("by a request where a WebSocket belongs, and the other way round", async () => {
    await using rig = await start();
    expect((await rig.ask("talk")).status).toBe(426);
    using raw = new RawConnection(rig.host);
    expect(await raw.upgrade(rig.pathOf("hello"))).toBe(400);
  });

  it("by a body over the limit ends in 413, announced or not", async () => {
    await using rig = await start({ subjectMessageBytes: kib });
    const most = await rig.ask("shout", { method: "POST", body: "x".repeat(kib) });
    expect(most.status).toBe(200);
    const head = `POST ${rig.pathOf("shout")} HTTP/1.1\r\nHost: x\r\n`;
    for (const body of [
      "Content-Length: 999999999\r\n\r\nx",
      `Transfer-Encoding: chunked\r\n\r\n800\r\n${"x".repeat(2 * kib)}\r\n`,
    ]) {
      using raw = new RawConnection(rig.host);
      raw.write(head + body);
      await until(() => raw.isClosed);
      expect(raw.read).toMatch(/^HTTP\/1\.1 413 /);
    }
  });

  it("by a message over the limit closes its WebSocket with 1009", async () => {
    await using rig = await start({ subjectMessageBytes: kib });
    const client = await talk(rig);
    const closed = closeOf(client);
    client.send("x".repeat(kib + 1));
    expect(await closed).toBe("1009 ");
  });

  it("by a flood of requests ends in 429, of messages in 1008", async () => {
    await using rig = await start({ eventsPerSecond: 5 });
    const client = await talk(rig);
    const answers = await Promise.all(Array.from({ length: 7 }, () => rig.ask("hello")));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(1);
    const closed = closeOf(client);
    for (let sent = 0; sent < 20; sent += 1) client.send("x");
    expect(await closed).toBe("1008 Too many messages.");
    expect(rig.page.control.connected).toBe(true);
  });

  it.each(["messages", "pings", "pongs"])(
    "by a flood of %s ends in 1008 also where the route does not listen",
    async (kind) => {
      await using rig = await start({ eventsPerSecond: 5 });
      const client = await talk(rig, "deaf");
      const closed = closeOf(client);
      for (let sent = 0; sent < 20; sent += 1) {
        if (kind === "messages") client.send("x");
        else if (kind === "pings") client.ping();
        else client.pong();
      }
      expect(await closed).toBe("1008 Too many messages.");
    },
  );

  it("by more connections than a bench may have ends in 429", async () => {
    await using rig = await start({ subjectsPerBench: 2 });
    const client = await talk(rig);
    const stream = await rig.ask("news");
    expect((await rig.ask("hello")).status).toBe(429);
    expect(await rig.page.subject("Ann").catch(() => "refused")).toBe("refused");
    client.terminate();
    await until(async () => (await rig.ask("hello")).status === 200);
    await stream.body?.cancel();
  });

  it("by broken frames closes that WebSocket and nothing else", async () => {
    await using rig = await start();
    const good = await talk(rig);
    using raw = new RawConnection(rig.host);
    await raw.upgrade(rig.pathOf("talk"));
    raw.socket.write(Buffer.from([0xff, 0x05, 1, 2, 3]));
    await until(() => raw.isClosed);
    const answered = messageOf(good);
    good.send("still here");
    expect(await answered).toBe("still here");
  });
});

describe("a client of a route that does not read", () => {
  it("by an event stream or a WebSocket is cut off, and only it", async () => {
    await using rig = await start({ heldBytes: 256 * kib });
    const client = await talk(rig);
    using stream = new RawConnection(rig.host);
    await stream.request(rig.pathOf("news"));
    stream.socket.pause();
    using socket = new RawConnection(rig.host);
    await socket.upgrade(rig.pathOf("talk"));
    socket.socket.pause();
    const data = "x".repeat(64 * kib);
    await until(() => {
      rig.seen.streams[0]?.send({ data });
      rig.seen.sockets[1]?.send(data);
      return rig.host.app.benches.find(rig.page.bench)?.visits.count === 1;
    });
    const answered = messageOf(client);
    client.send("still here");
    expect(await answered).toBe("still here");
    await until(() => rig.page.observed.some(({ what }) => what === "dropped"));
  });
});

describe("the lab's own mistakes", () => {
  it("end the request or the WebSocket, and not the bench", async () => {
    await using rig = await start();
    expect((await rig.ask("broken")).status).toBe(500);
    const client = await talk(rig);
    const closed = closeOf(client);
    client.send("throw");
    expect(await closed).toBe("1011 The lab's own code failed.");
    expect((await rig.ask("hello")).status).toBe(200);
    expect(rig.host.log.filter((line) => line.includes("lab-threw"))).toHaveLength(2);
  });
});

describe("a bench that ends", () => {
  it("ends everything that its routes hold open", async () => {
    await using rig = await start();
    const waiting = rig.ask("wait");
    const stream = await rig.ask("news");
    const client = await talk(rig);
    const visits = () => rig.host.app.benches.find(rig.page.bench)?.visits.count;
    await until(() => visits() === 3);
    const closed = closeOf(client);
    await rig.page.command("bench-close", {});
    expect((await waiting).status).toBe(503);
    expect(await stream.text()).toBe("");
    expect(await closed).toBe("1001 The bench has ended.");
    expect(rig.seen.gone).toBe(1);
    expect((await rig.ask("hello")).status).toBe(404);
    await until(async () => (await rig.host.health()).connections === 0);
  });

  it("and a client that goes are told to the lab", async () => {
    await using rig = await start();
    const abort = new AbortController();
    const waiting = rig.ask("wait", { signal: abort.signal }).catch(() => "gone");
    let ended = 0;
    const stream = await rig.ask("news");
    rig.seen.streams[0]?.onClose(() => {
      ended += 1;
    });
    await until(() => rig.host.app.benches.find(rig.page.bench)?.visits.count === 2);
    abort.abort();
    await stream.body?.cancel();
    expect(await waiting).toBe("gone");
    await until(() => rig.seen.gone === 1 && ended === 1);
    await until(async () => (await rig.host.health()).connections === 1);
  });
});
