import { once } from "node:events";
import type { Socket as ServerSocket } from "socket.io";
import type { Socket } from "socket.io-client";
import { describe, expect, it } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { Line } from "#lab-kit/server/line.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import type { OpenBench } from "./bench.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const half = () => ({ handlers: { repeat: () => ok({}) } });
const fragile = defineLabServer(echoContract, half, {
  hasLines: true,
  engine: { pingInterval: 300, pingTimeout: 300 },
  recovery: { maxDisconnectionMs: 60_000, skipMiddlewares: true },
});

/** Ann on a bench whose network can fail, and all that either side sees of her connection. */
class Fragile implements AsyncDisposable {
  readonly host: TestHost;
  readonly page: TestPage;
  readonly ann: Socket;
  readonly heard: unknown[] = [];
  readonly ordered: unknown[] = [];
  readonly reasons: { client: string[]; server: string[] } = { client: [], server: [] };

  private constructor(host: TestHost, page: TestPage, ann: Socket) {
    this.host = host;
    this.page = page;
    this.ann = ann;
    ann.on("news", (n) => this.heard.push(n));
    ann.on("disconnect", (reason) => this.reasons.client.push(reason));
    this.bench.onServer((io) => io.on("connection", (socket) => this.#watch(socket)));
    this.#watch(this.bench.subjects().get("Ann") as ServerSocket);
  }

  static async open(): Promise<Fragile> {
    const host = await TestHost.start({ labs: [fragile] });
    const page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann", { reconnection: true, reconnectionDelay: 20 });
    return new Fragile(host, page, ann);
  }

  get bench(): OpenBench {
    return this.host.app.benches.find(this.page.bench) as OpenBench;
  }

  get line(): Line {
    return this.bench.line("Ann") as Line;
  }

  async hasLeft(): Promise<void> {
    await until(() => this.reasons.client.length > 0 && this.reasons.server.length > 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.page[Symbol.dispose]();
    await this.host[Symbol.asyncDispose]();
  }

  #watch(socket: ServerSocket): void {
    socket.on("order", (n) => this.ordered.push(n));
    socket.on("disconnect", (reason) => this.reasons.server.push(reason));
  }
}

const isRestored = (seen: Observation): boolean =>
  seen.what === "written" && seen.write.kind === "restored";

describe("a line that is cut", () => {
  it("is seen by both ends, and nobody comes back before it is plugged in", async () => {
    await using on = await Fragile.open();
    on.line.cut();
    await on.hasLeft();
    expect(on.reasons).toEqual({ client: ["transport close"], server: ["transport close"] });
    await once(on.ann.io as unknown as NodeJS.EventEmitter, "reconnect_attempt");
    expect(on.bench.subjects().size).toBe(0);
    on.line.plug();
    await until(() => on.ann.connected && on.bench.subjects().size === 1);
  });
});

describe("a cable that is pulled", () => {
  it("holds what both send, and lets it through in order when it is plugged in in time", async () => {
    await using on = await Fragile.open();
    on.line.pull();
    for (const n of [1, 2, 3]) {
      on.bench.io.emit("news", n);
      on.ann.emit("order", n);
    }
    const pinged = on.bench.subjects().get("Ann")?.conn as unknown as NodeJS.EventEmitter;
    await once(pinged, "packetCreate");
    expect([on.heard, on.ordered]).toEqual([[], []]);
    on.line.plug();
    await until(() => on.heard.length === 3 && on.ordered.length === 3);
    expect([on.heard, on.ordered]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(on.reasons).toEqual({ client: [], server: [] });
  });

  it("ends in a ping timeout on both sides when it is left out", async () => {
    await using on = await Fragile.open();
    on.line.pull();
    on.bench.io.emit("news", 1);
    on.ann.emit("order", 1);
    await on.hasLeft();
    expect(on.reasons).toEqual({ client: ["ping timeout"], server: ["ping timeout"] });
    on.line.plug();
    await until(() => on.ann.connected);
    expect([on.heard, on.ordered]).toEqual([[], []]);
  });

  it("lets new connections through when only the old one is dead: the old socket stays", async () => {
    await using on = await Fragile.open();
    on.line.strand();
    on.ann.io.engine.close();
    await until(() => on.bench.io.sockets.sockets.size === 2);
    expect(on.ann.recovered).toBe(false);
    await until(() => on.reasons.server.includes("ping timeout"));
    expect(on.bench.io.sockets.sockets.size).toBe(1);
    expect(on.bench.subjects().get("Ann")?.id).toBe(on.ann.id);
  });

  it("that is left alone ends with its bench: connections, and attempts that wait", async () => {
    await using on = await Fragile.open();
    using waiting = new RawConnection(on.host);
    on.line.pull();
    void waiting.upgrade(subjectPath(on.page, { transport: "websocket" }));
    await on.hasLeft();
    const ended = until(() => waiting.isClosed);
    await on.page.command("bench-close", {});
    await ended;
    on.page[Symbol.dispose]();
    await until(async () => (await on.host.health()).connections === 0);
  });

  it("keeps no more than four attempts waiting", async () => {
    await using on = await Fragile.open();
    on.line.cut();
    await on.hasLeft();
    on.ann.disconnect();
    const attempts = Array.from({ length: 6 }, () => new RawConnection(on.host));
    for (const raw of attempts)
      void raw.upgrade(subjectPath(on.page, { transport: "websocket" })).catch(() => undefined);
    await until(() => attempts.filter(({ isClosed }) => isClosed).length >= 2);
    expect(attempts.filter(({ isClosed }) => !isClosed).length).toBe(4);
    for (const raw of attempts) raw[Symbol.dispose]();
  });
});

describe("a restart of the bench's server", () => {
  it("is told to both ends, and the client comes back to a server that knows nothing", async () => {
    await using on = await Fragile.open();
    on.bench.io.emit("news", 1);
    await until(() => on.heard.length === 1);
    const [idBefore, ioBefore] = [on.ann.id, on.bench.io];
    expect(await on.bench.restart()).toBe(true);
    await on.hasLeft();
    expect(on.reasons).toEqual({ client: ["transport close"], server: ["server shutting down"] });
    await until(() => on.ann.connected);
    expect(on.bench.io).not.toBe(ioBefore);
    expect([on.ann.recovered, on.ann.id === idBefore]).toEqual([false, false]);
    on.bench.io.emit("news", 2);
    on.ann.emit("order", 1);
    await until(() => on.heard.length === 2 && on.ordered.length === 1);
  });

  it("happens once at a time, and not after the end", async () => {
    await using on = await Fragile.open();
    const { bench } = on;
    expect(await Promise.all([bench.restart(), bench.restart()])).toEqual([true, false]);
    await on.page.command("bench-close", {});
    await until(() => bench.isClosed);
    expect(await bench.restart()).toBe(false);
  });

  it("takes other options, and bounds the new engine like the old one", async () => {
    await using on = await Fragile.open();
    await on.bench.restart({ engine: { pingInterval: 200, pingTimeout: 200 } });
    await on.hasLeft();
    await until(() => on.ann.connected);
    const { opts } = on.bench.engine as unknown as { opts: { pingInterval: number } };
    expect(opts.pingInterval).toBe(200);
    expect((await on.host.health()).connections).toBe(2);
  });
});

describe("a recovered client that skips middlewares", () => {
  const comeBack = async (on: Fragile) => {
    on.bench.io.emit("news", 1);
    await until(() => on.heard.length === 1);
    on.line.cut();
    await on.hasLeft();
  };

  it("is in its seat, past every middleware that was added later", async () => {
    await using on = await Fragile.open();
    let runs = 0;
    on.bench.onServer((io) =>
      io.use((_, next) => {
        runs += 1;
        next(new Error("banned"));
      }),
    );
    await comeBack(on);
    on.bench.io.emit("news", 2);
    on.line.plug();
    await until(() => on.ann.connected && on.heard.length === 2);
    expect([on.ann.recovered, runs]).toEqual([true, 0]);
    expect([...on.bench.subjects().keys()]).toEqual(["Ann"]);
    await until(() => on.page.observed.some(isRestored));
    expect(on.page.observed.filter(isRestored)).toMatchObject([
      { event: "news", where: "server", write: { recipients: ["Ann"] } },
    ]);
  });

  it("still needs a seat, and still joins only once on each connection", async () => {
    await using on = await Fragile.open();
    await comeBack(on);
    const { _pid: pid, _lastOffset: offset } = on.ann as unknown as Record<string, string>;
    on.ann.disconnect();
    on.line.plug();
    using stranger = new RawConnection(on.host);
    const noSeat = subjectPath(on.page, { transport: "websocket" }).replace(/seat=[^&]*/, "seat=x");
    expect(await stranger.upgrade(noSeat)).toBe(403);
    using greedy = new RawConnection(on.host);
    await greedy.upgrade(subjectPath(on.page, { transport: "websocket" }));
    for (let times = 0; times < 3; times += 1) greedy.frame(`40${JSON.stringify({ pid, offset })}`);
    await until(() => greedy.isClosed);
    expect(on.bench.io.sockets.sockets.size).toBe(0);
  });
});
