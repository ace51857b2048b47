import { expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import { plainSettings, presets } from "./presets.ts";
import { totalsOf } from "./run-facts.ts";

const isOver = ({ what }: Observation): boolean => what === "returned";
const openPage = (host: TestHost) => TestPage.open(host, { lab: "stream" });
const kernelOf = async (host: TestHost, page: TestPage) =>
  (await host.app.benches.find(page.bench)?.net.kernelTcp())?.tcp ?? [];

test("a run that is over leaves no socket open", async () => {
  await using host = await TestHost.start();
  using page = await openPage(host);
  expect(await page.command("transfer", { ...plainSettings })).toMatchObject({ ok: true });
  await until(() => page.observed.some(isOver));
  await until(async () => (await kernelOf(host, page)).every(({ inode }) => inode === 0));
});

test("a new run ends the one before, which is heard no more", async () => {
  await using host = await TestHost.start();
  using page = await openPage(host);
  await page.command("transfer", { ...presets["stopped-reader"].settings });
  await page.command("transfer", { ...plainSettings });
  await until(() => page.observed.some(isOver));
  expect(page.observed.filter(isOver)).toHaveLength(1);
  expect(totalsOf({ observations: page.observed })?.gotBytes).toBe(10);
});

test("a run that is broken off is not told to an end, and its sockets are closed", async () => {
  await using host = await TestHost.start();
  using page = await openPage(host);
  await page.command("transfer", { ...presets["stopped-reader"].settings });
  await until(() => page.observed.length > 0);
  await page.command("break-off", {});
  const seen = page.observed.length;
  await until(async () => (await kernelOf(host, page)).every(({ inode }) => inode === 0));
  expect(page.observed.length).toBe(seen);
  expect(page.observed.some(isOver)).toBe(false);
});

test("a bench that ends in the middle of a run takes its sockets along", async () => {
  await using host = await TestHost.start();
  using page = await openPage(host);
  await page.command("transfer", { ...presets["stopped-reader"].settings });
  await until(() => page.observed.length > 0);
  const net = host.app.benches.find(page.bench)?.net;
  await host.app.benches.end(page.bench, "idle");
  const left = (await net?.kernelTcp())?.tcp ?? [];
  expect(left.filter(({ inode }) => inode !== 0)).toEqual([]);
});

test("a run that would pause for too long is refused by its name", async () => {
  await using host = await TestHost.start();
  using page = await openPage(host);
  const many = { ...plainSettings, show: "bulk", load: "many-small", pauseMs: 20 };
  expect(await page.command("transfer", many)).toMatchObject({ failure: { code: "too-long" } });
});
