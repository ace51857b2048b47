import { afterAll, expect, test } from "vitest";
import { Programs } from "#lab-kit/server/net/programs.ts";
import { until } from "#server/testing/until.ts";
import type { Said, Told } from "./messages.ts";
import { plainSettings } from "./presets.ts";

const programs = new Programs();
afterAll(() => programs.close());

test("of many transfers that are begun at once the newest is made, and needs no more sockets", async () => {
  const said: Said[] = [];
  const failed: string[] = [];
  const running = programs.open({
    module: new URL("./program.ts", import.meta.url),
    address: process.platform === "linux" ? "127.31.9.9" : "127.0.0.1",
    mostSockets: 8,
    benchNowMs: 0,
    heard: (message) => said.push(message as Said),
    failed: (reason) => failed.push(reason),
  });
  const runs = Array.from({ length: 50 }, (_, index) => index + 1);
  for (const run of runs)
    running.tell({ do: "begin", run, settings: plainSettings } satisfies Told);
  await until(() => said.some((one) => one.run === 50 && "isOver" in one));
  expect(failed).toEqual([]);
  await running.close();
});
