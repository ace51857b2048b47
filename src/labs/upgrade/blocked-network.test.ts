import { expect, test } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { Cable } from "#lab-kit/testing/cable.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import type { Settings } from "./model.ts";
import { plainSettings } from "./presets.ts";
import { statusOf } from "./status.ts";
import { runSettings } from "./testing/run-settings.ts";
import { waterfallRows } from "./waterfall-rows.ts";

const shown = (run: Run, settings: Settings): ShownRun<Settings> => ({
  ...run,
  settings,
  stage: "done",
  isReplay: false,
  isFromBefore: false,
});

/** A network that refuses every WebSocket, the control channel's too. */
async function runBehindRefusal(change: Partial<Settings>): Promise<ShownRun<Settings>> {
  await using host = await TestHost.start();
  await using cable = await Cable.to(host.port);
  cable.upgrades = "refused";
  const settings = { ...plainSettings, ...change };
  return shown(await runSettings(cable, settings), settings);
}

const blocked = "something on your way to it blocks them";

test("where the network refuses WebSocket, a client without options stays on polling", async () => {
  const run = await runBehindRefusal({});
  expect(answers.endsOn(run)).toEqual(["polling"]);
  expect(statusOf(run, {})).toContain(blocked);
});

test("a client that may use WebSocket only gives up, and the server saw nothing of it", async () => {
  const run = await runBehindRefusal({ transports: "websocket" });
  expect(answers.endsOn(run)).toEqual(["never"]);
  expect(answers.firstRequest(run)).toEqual([]);
  expect(statusOf(run, {})).toBe(
    `Ann never connected, after 0 HTTP requests. No WebSocket request came to the server: ${blocked}.`,
  );
  const [page, ...others] = waterfallRows(run.observations, run.clocks);
  expect(others).toEqual([]);
  expect(page?.marks.at(-1)?.text).toBe("reconnect_failed");
});

test("a client that only polls does not notice", async () => {
  const run = await runBehindRefusal({ transports: "polling" });
  expect(answers.endsOn(run)).toEqual(["polling"]);
  expect(statusOf(run, {})).not.toContain(blocked);
});
