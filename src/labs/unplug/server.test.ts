import type { Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";

let host: TestHost;
let page: TestPage;
beforeEach(async () => {
  host = await TestHost.start({ limits: { commandsPerSecond: 1000 } });
  page = await TestPage.open(host, { lab: "unplug" });
});
afterEach(async () => {
  page[Symbol.dispose]();
  await host[Symbol.asyncDispose]();
});

const plain = { recovery: "off", answers: "at-once", isIdempotent: false };

/** Events and reasons of what the server did with orders. */
const carriedOut = () =>
  page.observed.flatMap((seen) =>
    seen.where === "server" && seen.what === "handled" ? [seen.event] : [],
  );

/** Waits until all that the server saw so far is here. */
async function seenAll(client: Socket): Promise<void> {
  await client
    .timeout(2000)
    .emitWithAck("fence")
    .catch(() => undefined);
  await page.command("report", {});
}

describe("orders", () => {
  it.each([null, 1, "", "C1", "B0", "B100", "B1\n", ["B1"], { name: "B1" }, "x".repeat(9000)])(
    "that are none are not carried out: %j",
    async (order) => {
      const ann = await page.subject("Ann");
      ann.emit("order", order);
      ann.emit("order", "A1");
      await seenAll(ann);
      expect(carriedOut()).toEqual(["order A1"]);
    },
  );

  it("are known again over a restart, if the listener knows repeats, and not in the next run", async () => {
    await page.command("renew", { ...plain, isIdempotent: true });
    const again = async () => {
      const ann = await page.subject("Ann");
      ann.emit("order", "A1");
      await seenAll(ann);
      return carriedOut().length;
    };
    expect(await again()).toBe(1);
    await page.command("restart", {});
    expect(await again()).toBe(1);
    await page.command("renew", { ...plain, isIdempotent: true });
    expect(await again()).toBe(2);
  });
});

describe("news", () => {
  it("are replayed to a client that says its last, and to no other", async () => {
    const heardBy = async (last: unknown) => {
      const heard: unknown[] = [];
      const ann = page.openSubject("Ann", { auth: { last } });
      ann.on("news", (number) => heard.push(number));
      await until(() => ann.connected);
      await ann
        .timeout(2000)
        .emitWithAck("fence")
        .catch(() => undefined);
      ann.disconnect();
      return heard;
    };
    await page.command("news", { times: 3 });
    expect(await heardBy(1)).toEqual([2, 3]);
    expect(await heardBy(3)).toEqual([]);
    for (const strange of [undefined, -1, 0.5, "1", null, 1e9, {}, Number.MAX_SAFE_INTEGER])
      expect([strange, await heardBy(strange)]).toEqual([strange, []]);
  });

  it("run out at forty in a run", async () => {
    const answers = [];
    for (let asked = 0; asked < 9; asked += 1)
      answers.push(await page.command("news", { times: 5 }));
    expect(answers.slice(0, 8).every(({ ok }) => ok)).toBe(true);
    expect(answers[8]).toEqual({ ok: false, failure: { code: "used-up" } });
    await page.command("renew", plain);
    expect((await page.command("news", { times: 5 })).ok).toBe(true);
  });
});

describe("the bench's server", () => {
  it("restarts once at a time, and says so", async () => {
    const answers = await Promise.all([page.command("restart", {}), page.command("renew", plain)]);
    expect(answers).toEqual([
      { ok: true, value: {} },
      { ok: false, failure: { code: "busy" } },
    ]);
    await page.command("report", {});
    expect(page.observed.filter(({ what }) => what === "fault")).toHaveLength(1);
  });

  it("keeps out whom it has thrown out, until the next run", async () => {
    const bob = await page.subject("Bob");
    await page.command("fault", { fault: "kick", who: "Bob" });
    await until(() => !bob.connected);
    await expect(page.subject("Bob")).rejects.toThrow("banned");
    await page.command("renew", plain);
    expect((await page.subject("Bob")).connected).toBe(true);
  });

  it("speaks WebSocket only: there is no way around a pulled cable", async () => {
    await expect(page.subject("Ann", { transports: ["polling"] })).rejects.toThrow();
  });

  it("lets nobody in who waits at a pulled cable after the bench has ended", async () => {
    const ann = await page.subject("Ann", { reconnection: true, reconnectionDelay: 10 });
    await page.command("fault", { fault: "cut", who: "Ann" });
    await until(() => !ann.connected);
    await page.command("bench-close", {});
    await until(async () => (await host.health()).connections === 0);
    expect(ann.connected).toBe(false);
  });
});
