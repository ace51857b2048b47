import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seen } from "#lab-kit/observation.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { BenchNet } from "#lab-kit/server/net/bench-net.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import { socketLifeContract } from "./contract.ts";
import type { Step } from "./model.ts";
import { scripts } from "./scenarios.ts";
import { openSocketLife } from "./server.ts";

let host: TestHost;
let page: TestPage;

beforeEach(async () => {
  host = await TestHost.start({ limits: { commandsPerSecond: 10_000 } });
  page = await TestPage.open(host, { lab: "socket-life" });
});
afterEach(async () => {
  page[Symbol.dispose]();
  await host[Symbol.asyncDispose]();
});

const act = (step: Step, change: object = {}) =>
  page.command("call", { mayWait: false, text: "hello", backlog: 8, ...step, ...change });

const isLinux = process.platform === "linux";

describe("a page that drives sockets", () => {
  test("is told when there is no run, no socket, no port, or a call that still waits", async () => {
    const code = async (step: Step) => {
      const answer = await act(step);
      return answer.ok ? "ok" : answer.failure.code;
    };
    expect(await code({ call: "bind", on: "L1" })).toBe("not-begun");
    await page.command("begin", {});
    expect(await code({ call: "connect", on: "C1" })).toBe("no-port");
    expect(await code({ call: "listen", on: "L1" })).toBe("no-socket");
    expect(await code({ call: "send", on: "S1" })).toBe("no-socket");
    await act({ call: "bind", on: "L1" });
    await act({ call: "listen", on: "L1" });
    await act({ call: "accept", on: "L1", mayWait: true });
    expect(await code({ call: "accept", on: "L1" })).toBe("busy-socket");
    await act({ call: "connect", on: "C1" });
    expect(await code({ call: "connect", on: "C1" })).toBe("busy-socket");
    await until(() => page.observed.some((o) => o.what === "socket-called" && o.gives === "S1"));
  });

  test.each([
    ["a call that its socket has not", { call: "connect", on: "L1" }],
    ["a socket that is none", { call: "send", on: "C9" }],
    ["a text that is too long", { call: "send", on: "C1", text: "x".repeat(65) }],
    ["a backlog beyond bounds", { call: "listen", on: "L1", backlog: 9 }],
    ["a port of its own choice", { call: "connect", on: "C1", port: 22 }],
  ])("is refused %s", async (_, step) => {
    await page.command("begin", {});
    const answer = await act(step as Step);
    expect(answer.ok ? "" : answer.failure.code).toBe("bad-payload");
  });

  test("hears of a recv that waits, and of its end when something has come", async () => {
    await page.command("begin", {});
    for (const step of scripts["listen-connect"].slice(0, 4)) await act(step);
    await act({ call: "recv", on: "S1" }, { mayWait: true });
    expect(seen(page.observed, "socket-waits")).toMatchObject([{ call: "recv", socket: "S1" }]);
    await act({ call: "send", on: "C1" });
    await until(() => page.observed.some((o) => o.what === "socket-called" && o.call === "recv"));
  });

  test("has one run, however often it begins anew before the last has ended", async () => {
    const net = host.app.benches.find(page.bench)?.net as BenchNet;
    const open = new Set<object>();
    const run = net.run.bind(net);
    net.run = (...args) => {
      const program = run(...args);
      open.add(program);
      return { ...program, close: () => program.close().finally(() => open.delete(program)) };
    };
    await page.command("begin", {});
    await Promise.all([1, 2, 3].map(() => page.command("begin", {})));
    expect(open.size).toBe(1);
  });

  test.runIf(isLinux)("leaves no row of its own behind in the next run", async () => {
    for (const times of [1, 2]) {
      await page.command("begin", {});
      for (const step of scripts["time-wait"]) await act(step);
      await page.command("end", {});
      const rows = seen(page.observed, "kernel").at(-1)?.tcp ?? [];
      expect(
        rows.map(({ socket, state }) => `${socket} ${state}`),
        `run ${times}`,
      ).toEqual(["L1 LISTEN", "C1 TIME-WAIT"]);
    }
  });
});

test("where the kernel has no table, Node's own view is told instead", async () => {
  const lab = defineLabServer(socketLifeContract, (bench) =>
    openSocketLife(bench, async () => undefined),
  );
  await using elsewhere = await TestHost.start({ labs: [lab] });
  using reader = await TestPage.open(elsewhere, { lab: "socket-life" });
  await reader.command("begin", {});
  for (const step of scripts["listen-connect"].slice(0, 4)) {
    await reader.command("call", { mayWait: false, text: "hello", backlog: 8, ...step });
  }
  expect(seen(reader.observed, "kernel")).toEqual([]);
  const sockets = seen(reader.observed, "node-sockets").at(-1)?.sockets ?? [];
  expect(sockets.map(({ socket, state }) => `${socket} ${state}`)).toEqual([
    "L1 listening",
    "C1 open",
    "S1 open",
  ]);
});
