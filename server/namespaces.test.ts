import type { Manager, Socket } from "socket.io-client";
import { describe, expect, it } from "vitest";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { emitContract } from "#labs/emit/contract.ts";
import { ok } from "#lib/result.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const everywhere = { Ann: ["red"], Bob: ["red"], Cem: [], Dee: [] };

/** Sets the bench's lab to one namespace. */
const armIn = (page: TestPage, namespace: string, serverCall = "of-emit") =>
  page.command("arm", {
    event: "headline",
    payload: '"hi"',
    serverCall,
    room: "red",
    rooms: everywhere,
    namespace,
  });

/** This client in another namespace, on the same connection. */
const other = ({ io }: { io: Manager }, namespace: string, auth: object = {}): Socket =>
  io.socket(namespace, { auth: { ...auth } });

const joins = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once("connect", () => resolve("joined"));
    socket.once("connect_error", ({ message }) => resolve(message));
    if (!socket.active) socket.connect();
  });

describe("the namespaces of a bench", () => {
  it("share a client's one session, and have sockets, rooms and events of their own", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    await armIn(page, "/news");
    const [ann, bob] = [await page.subject("Ann"), await page.subject("Bob")];
    const [annsNews, bobsNews] = [other(ann, "/news"), other(bob, "/news")];
    expect([await joins(annsNews), await joins(bobsNews)]).toEqual(["joined", "joined"]);
    const heard: string[] = [];
    bob.onAny(() => heard.push("/"));
    bobsNews.onAny(() => heard.push("/news"));
    annsNews.emit("headline", "hi");
    await until(() => page.observed.some(({ what }) => what === "returned"));
    await until(() => heard.length > 0);
    expect(heard).toEqual(["/news"]);
    expect(host.app.benches.find(page.bench)?.engine.clientsCount).toBe(2);
    expect(page.observed).toContainEqual(
      expect.objectContaining({
        what: "connected",
        where: "Ann",
        namespace: "/news",
        over: { session: 1, path: "/socket.io/", besides: ["/"] },
      }),
    );
    expect(page.observed).toContainEqual(
      expect.objectContaining({
        what: "written",
        namespace: "/news",
        write: {
          recipients: ["Ann", "Bob"],
          kind: "broadcast",
          rooms: [],
          except: [],
          memberships: { Ann: ["red"], Bob: ["red"] },
          namespaces: { Ann: ["/", "/news"], Bob: ["/", "/news"] },
        },
      }),
    );
    expect(JSON.stringify(page.observed)).not.toContain(page.seats.Ann);
  });

  it("are not told of where everybody is in /", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    await armIn(page, "/", "io-emit");
    const ann = await page.subject("Ann");
    ann.emit("headline", "hi");
    await until(() => page.observed.some(({ what }) => what === "written"));
    for (const seen of page.observed) expect(seen).not.toHaveProperty("namespace");
    expect(page.observed.find(({ what }) => what === "written")).not.toHaveProperty(
      "write.namespaces",
    );
  });

  it("refuse by the lab's middleware and by Socket.IO, and the client may try again", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    const ann = await page.subject("Ann");
    for (const _ of [1, 2, 3]) expect(await joins(other(ann, "/staff"))).toBe("staff only");
    expect(await joins(other(ann, "/nope"))).toBe("Invalid namespace");
    expect(ann.connected).toBe(true);
    const bob = await page.subject("Bob");
    expect(await joins(other(bob, "/staff", { token: "let-me-in" }))).toBe("joined");
  });

  it("are left one by one", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    const ann = await page.subject("Ann");
    const news = other(ann, "/news");
    await joins(news);
    news.disconnect();
    await until(() => page.observed.some(({ what }) => what === "disconnected"));
    expect(ann.connected).toBe(true);
    expect(host.app.benches.find(page.bench)?.subjects().has("Ann")).toBe(true);
    expect(host.app.benches.find(page.bench)?.subjects("/news").has("Ann")).toBe(false);
    expect(await joins(news)).toBe("joined");
  });
});

describe("the rules of the bench hold in each namespace", () => {
  it("cuts off a connection that joins one twice", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    using raw = new RawConnection(host);
    await raw.upgrade(subjectPath(page, { transport: "websocket" }));
    for (const _ of [1, 2, 3]) raw.frame("40/news,");
    await until(() => raw.isClosed);
    expect(host.app.benches.find(page.bench)?.subjects("/news").size).toBe(0);
  });

  it("turns away a flood, wherever it is", async () => {
    await using host = await TestHost.start({ limits: { eventsPerSecond: 3 } });
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    await armIn(page, "/news", "nothing");
    const ann = await page.subject("Ann");
    const news = other(ann, "/news");
    await joins(news);
    for (const socket of [ann, news, ann, news, ann, news]) socket.emit("headline", "hi");
    await until(() => !ann.connected && !news.connected);
    await until(() =>
      page.observed.some((seen) => seen.what === "dropped" && seen.reason === "rate-limited"),
    );
  });

  it("turns away a message that is too large, wherever it is", async () => {
    await using host = await TestHost.start({ limits: { subjectMessageBytes: 2048 } });
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    await armIn(page, "/news", "nothing");
    const ann = await page.subject("Ann");
    const news = other(ann, "/news");
    await joins(news);
    news.emit("headline", "x".repeat(4096));
    await until(() => !news.connected && !ann.connected);
  });

  it("lets a guest into / and no other, with the event that was shared there", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    await armIn(page, "/news");
    const guest = await page.invite();
    await guest.sit();
    const dee = await guest.subject("Dee");
    expect(await joins(other(dee, "/news"))).toBe("not for guests");
    expect(await joins(other(dee, "/staff", { token: "let-me-in" }))).toBe("not for guests");
    dee.emit("headline", "hi");
    await until(() => page.observed.some(({ what }) => what === "dropped"));
    expect(page.observed.some(({ what }) => what === "received")).toBe(false);
    expect(dee.connected).toBe(true);
    await armIn(page, "/", "io-emit");
    dee.emit("headline", "hi");
    await until(() => page.observed.some(({ what }) => what === "received"));
    guest[Symbol.dispose]();
  });

  it("outlives a middleware that throws, and refuses whom it was asked about", async () => {
    const lab = defineLabServer(emitContract, (bench) => {
      bench.io.of("/broken").use(() => {
        throw new Error("ours");
      });
      return { handlers: { arm: () => ok({}), namespaces: () => ok({}), act: () => ok({}) } };
    });
    await using host = await TestHost.start({ labs: [lab] });
    using page = await TestPage.open(host);
    await page.command("namespaces", {});
    const ann = await page.subject("Ann");
    const broken = other(ann, "/broken");
    expect([await joins(broken), await joins(broken)]).toEqual(["internal", "internal"]);
    expect(ann.connected).toBe(true);
    expect(host.log.join()).toContain("lab-threw");
  });
});
