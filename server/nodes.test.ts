import { describe, expect, it } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import type { NodesOptions } from "#lab-kit/server/bench-io.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import type { Limits } from "./limits.ts";
import { subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const subjects = ["Ann", "Bob", "Cem", "Dee"] as const;

/** A lab of several servers: the first one says `news` to all at each order. */
const labWith = (nodes: NodesOptions) =>
  defineLabServer(
    { ...echoContract, id: "many", subjects },
    (bench) => ({
      handlers: {
        repeat: async ({ times }) => {
          if (times > 1) await bench.restart();
          else bench.io.emit("news");
          return ok({});
        },
      },
    }),
    { nodes },
  );

const open = async (nodes: Partial<NodesOptions> = {}, limits: Partial<Limits> = {}) => {
  const host = await TestHost.start({ labs: [labWith({ count: 2, ...nodes })], limits });
  return { host, page: await TestPage.open(host, { lab: "many" }) };
};

const emitOrder = { times: 1 };
const restartOrder = { times: 2 };

/** A poll that failed, as the client tells it; its text is gone once the client has told it. */
interface RefusedPoll {
  description: number;
  context: { responseText: string };
}

const nodesOf = (page: TestPage, who: string) =>
  page.observed.flatMap((seen) =>
    seen.what === "routed" && seen.from === who ? [`${seen.request} ${seen.node}`] : [],
  );

const writes = (observed: readonly Observation[]) =>
  observed.flatMap((seen) =>
    seen.what === "written" ? [{ node: seen.node, to: seen.write.recipients }] : [],
  );

/** Events that each client gets, in the order of the clients. */
const hearing = (clients: readonly { on(event: string, listener: () => void): unknown }[]) => {
  const counts = clients.map(() => 0);
  for (const [index, client] of clients.entries()) {
    client.on("news", () => {
      counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  return counts;
};

/** All four, one after the other. */
const connectAll = async (page: TestPage, transports: string[]) => {
  const clients = [];
  for (const who of subjects) clients.push(await page.subject(who, { transports }));
  return clients;
};

describe("a bench with two servers", () => {
  it("gives requests to them in turn, and each server refuses the other's sessions", async () => {
    const { host, page } = await open();
    await using _ = host;
    using __ = page;
    const answers: unknown[] = [];
    const ann = page.openSubject("Ann", { transports: ["polling"] });
    ann.io.on("error", (error) => {
      const { description, context } = error as unknown as RefusedPoll;
      answers.push([description, context.responseText]);
    });
    await until(() => answers.length > 0);
    expect(ann.connected).toBe(false);
    expect(answers[0]).toEqual([400, '{"code":1,"message":"Session ID unknown"}']);
    await until(() => page.observed.some(({ what }) => what === "request-refused"));
    expect(nodesOf(page, "Ann").slice(0, 2)).toEqual(["GET 1", "POST 2"]);
    expect(page.observed.find(({ what }) => what === "request-refused")).toMatchObject({
      from: "Ann",
      code: 1,
      says: "Session ID unknown",
      node: 2,
    });
  });

  it("keeps each client on one of them when it is sticky", async () => {
    const { host, page } = await open({ isSticky: true });
    await using _ = host;
    using __ = page;
    await connectAll(page, ["polling"]);
    await until(() => page.observed.filter(({ what }) => what === "connected").length === 4);
    const homes = subjects.map((who) => new Set(nodesOf(page, who).map((route) => route.at(-1))));
    expect(homes).toEqual([new Set("1"), new Set("2"), new Set("1"), new Set("2")]);
  });

  it("needs no stickiness for one request that becomes a WebSocket", async () => {
    const { host, page } = await open();
    await using _ = host;
    using __ = page;
    const clients = await connectAll(page, ["websocket"]);
    await until(() => page.observed.filter(({ what }) => what === "connected").length === 4);
    expect(clients.every(({ connected }) => connected)).toBe(true);
    const homes = subjects.map((who) => nodesOf(page, who));
    expect(homes).toEqual([["upgrade 1"], ["upgrade 2"], ["upgrade 1"], ["upgrade 2"]]);
  });

  it("reaches the clients of one server without a cluster, and all with one", async () => {
    for (const isClustered of [false, true]) {
      const { host, page } = await open({ isClustered });
      await using _ = host;
      using __ = page;
      const heard = hearing(await connectAll(page, ["websocket"]));
      await page.command("repeat", emitOrder);
      await until(() => heard[0] === 1 && heard[2] === 1 && (!isClustered || heard[3] === 1));
      const here = { node: 1, to: ["Ann", "Cem"] };
      const there = { node: 2, to: ["Bob", "Dee"] };
      await until(() => writes(page.observed).length > 0);
      expect(writes(page.observed)).toEqual(isClustered ? [there, here] : [here]);
      expect(heard).toEqual(isClustered ? [1, 1, 1, 1] : [1, 0, 1, 0]);
    }
  });

  it("counts the sessions of both against the limit of the bench", async () => {
    const { host, page } = await open({}, { subjectsPerBench: 3 });
    await using _ = host;
    using __ = page;
    for (const who of ["Ann", "Bob", "Cem"]) await page.subject(who, { transports: ["websocket"] });
    using raw = new RawConnection(host);
    expect(await raw.upgrade(subjectPath(page, { transport: "websocket" }))).toBe(429);
  });

  it("closes both with a restart, and with the bench", async () => {
    const { host, page } = await open();
    await using _ = host;
    using __ = page;
    const before = await connectAll(page, ["websocket"]);
    await page.command("repeat", restartOrder);
    await until(() => before.every(({ connected }) => !connected));
    const after = await connectAll(page, ["websocket"]);
    expect(await host.health()).toMatchObject({ connections: 5 });
    page.control.disconnect();
    await host.app.benches.endAll("shutdown");
    await until(() => after.every(({ connected }) => !connected));
  });
});

describe("a stranger at a bench with two servers", () => {
  it("does not turn the turns, and is told of nowhere", async () => {
    const { host, page } = await open();
    await using _ = host;
    using __ = page;
    for (const way of ["seat=stranger", "seat=", "none=1"]) {
      const query = `bench=${page.bench}&${way}&EIO=4&transport=polling&sid=unknown`;
      const answer = await fetch(`${host.url}/socket.io/?${query}`);
      expect(answer.status).toBe(400);
    }
    await page.subject("Ann");
    await until(() => page.observed.some(({ what }) => what === "connected"));
    expect(nodesOf(page, "Ann")).toEqual(["upgrade 1"]);
    expect(page.observed.filter(({ what }) => what === "request-refused")).toEqual([]);
  });
});
