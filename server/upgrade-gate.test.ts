import { describe, expect, it } from "vitest";
import { defineLabServer, type UpgradeTreatment } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import type { Limits } from "./limits.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";
import { holdForMs } from "./upgrade-gate.ts";

/** A lab whose benches begin with this treatment, and change it with each order of 1, 2 or 3. */
const labWith = (treatment: UpgradeTreatment) =>
  defineLabServer({ ...echoContract, id: "gated" }, (bench) => {
    const treatments = ["free", "refused", "swallowed"] as const;
    bench.treatUpgrades(treatment);
    bench.io.on("connection", (socket) => socket.on("say", (ack: () => void) => ack()));
    return {
      handlers: {
        repeat: ({ times }) => {
          bench.treatUpgrades(treatments[times - 1] ?? "free");
          return ok({});
        },
      },
    };
  });

const open = async (treatment: UpgradeTreatment, limits: Partial<Limits> = {}) => {
  const host = await TestHost.start({ labs: [labWith(treatment)], limits });
  return { host, page: await TestPage.open(host, { lab: "gated" }) };
};

const ws = { transport: "websocket" } as const;
const both = { transports: ["polling", "websocket"] };
const stopsOf = (page: TestPage) =>
  page.observed.flatMap((seen) => (seen.what === "upgrade-stopped" ? [seen.how] : []));
const heldBy = (host: TestHost, page: TestPage) =>
  host.app.benches.find(page.bench)?.extras.gate.heldCount;

/** Asks for a WebSocket and does not wait for an answer. */
const ask = (host: TestHost, path: string): RawConnection => {
  const raw = new RawConnection(host);
  void raw.upgrade(path);
  return raw;
};

describe("a bench that refuses upgrades", () => {
  it("answers with an HTTP status and closes the connection", async () => {
    const { host, page } = await open("refused");
    await using _ = host;
    using __ = page;
    using raw = new RawConnection(host);
    expect(await raw.upgrade(subjectPath(page, ws))).toBe(403);
    expect(raw.read).toContain("WebSocket is blocked on this bench.");
    await until(() => raw.isClosed);
    await until(() => stopsOf(page).includes("refused"));
    expect(await host.health()).toMatchObject({ connections: 1 });
  });

  it("leaves polling as it is: the client connects, and its event is acknowledged", async () => {
    const { host, page } = await open("refused");
    await using _ = host;
    using __ = page;
    const ann = await page.subject("Ann", both);
    await until(() => stopsOf(page).includes("refused"));
    await ann.timeout(2000).emitWithAck("say");
    expect(ann.io.engine.transport.name).toBe("polling");
  });

  it("refuses its own subjects only: the control channel and other benches come through", async () => {
    const { host, page } = await open("refused");
    await using _ = host;
    using __ = page;
    using other = await TestPage.open(host, { lab: "gated" });
    await other.command("repeat", { times: 1 });
    await other.subject("Ann");
    expect(page.control.io.engine.transport.name).toBe("websocket");
  });
});

describe("a bench that swallows upgrades", () => {
  it("never answers, counts no session, and forgets a client that hangs up", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using raw = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 1);
    expect(await host.health()).toMatchObject({ connections: 1 });
    raw.write("bytes that nobody reads");
    raw.socket.end();
    await until(() => heldBy(host, page) === 0);
    expect(raw.read).toBe("");
    await until(() => stopsOf(page).length === 2);
    expect(stopsOf(page)).toEqual(["swallowed", "let-go"]);
  });

  it("leaves a client that polls connected", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    const ann = await page.subject("Ann", both);
    await until(() => heldBy(host, page) === 1);
    await ann.timeout(2000).emitWithAck("say");
    expect(ann.io.engine.transport.name).toBe("polling");
  });

  it("holds as many as a bench may have sessions, and refuses the next", async () => {
    const { host, page } = await open("swallowed", { subjectsPerBench: 2 });
    await using _ = host;
    using __ = page;
    using _first = ask(host, subjectPath(page, ws));
    using _second = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 2);
    using third = new RawConnection(host);
    expect(await third.upgrade(subjectPath(page, ws))).toBe(403);
    expect(heldBy(host, page)).toBe(2);
  });

  it("lets go what it has held for its time", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using raw = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 1);
    host.advance(holdForMs - 5000);
    expect(heldBy(host, page)).toBe(1);
    host.advance(5000);
    await until(() => raw.isClosed);
    await until(() => heldBy(host, page) === 0);
  });

  it("lets go what it holds when its rule changes", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using raw = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 1);
    await page.command("repeat", { times: 1 });
    await until(() => raw.isClosed);
    expect(await new RawConnection(host).upgrade(subjectPath(page, ws))).toBe(101);
  });

  it("closes what it holds with the bench", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using raw = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 1);
    await page.command("bench-close", {});
    await until(() => raw.isClosed);
    expect(raw.read).toBe("");
  });

  it("holds nothing for strangers, nor for sessions that do not exist", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using stranger = new RawConnection(host);
    expect(await stranger.upgrade(subjectPath(page, { ...ws, who: "stranger" }))).toBe(403);
    for (const sid of ["x", "__proto__", "constructor"]) {
      using raw = new RawConnection(host);
      const path = subjectPath(page, { ...ws, more: `&sid=${sid}` });
      expect(await raw.upgrade(path)).toBe(400);
    }
    expect(heldBy(host, page)).toBe(0);
  });

  it("survives a client that resets its connection, and one that sends without end", async () => {
    const { host, page } = await open("swallowed");
    await using _ = host;
    using __ = page;
    using reset = ask(host, subjectPath(page, ws));
    using flood = ask(host, subjectPath(page, ws));
    await until(() => heldBy(host, page) === 2);
    for (let sent = 0; sent < 50; sent += 1) flood.write("x".repeat(64 * 1024));
    reset.socket.resetAndDestroy();
    await until(() => heldBy(host, page) === 1);
    await until(() => flood.socket.writableLength === 0);
    expect(heldBy(host, page)).toBe(1);
  });
});
