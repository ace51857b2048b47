import { expect, it } from "vitest";
import { seen } from "#lab-kit/observation.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import { presets } from "./presets.ts";

const isLinux = process.platform === "linux";
const slow = { ...presets["relay-loss"].settings, count: 50, everyMs: 50 as const };
const quick = presets.boundaries.settings;

const sent = (page: TestPage) => page.observed.filter(({ what }) => what === "numbered-out");
/** Messages that were sent: those of one turn are told together. */
const sentCount = (page: TestPage): number =>
  seen(page.observed, "numbered-out").reduce((sum, { numbers }) => sum + numbers.length, 0);
const ended = (page: TestPage) => page.observed.filter(({ what }) => what === "returned");

/** Sockets of a bench that some program holds. */
async function held(host: TestHost, page: TestPage): Promise<number> {
  const net = host.app.benches.find(page.bench)?.net;
  const [tcp, udp] = await Promise.all([net?.kernelTcp(), net?.kernelUdp()]);
  return [...(tcp?.tcp ?? []), ...(udp?.udp ?? [])].filter(({ inode }) => inode > 0).length;
}

it("a run takes the place of the one before, which is not heard any more", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host, { lab: "datagrams" });
  await page.command("sendLoad", slow);
  await until(() => sent(page).length > 0);
  await page.command("sendLoad", quick);
  const before = sent(page).length;
  await until(() => ended(page).length > 0);
  const after = sent(page).slice(before);
  expect(after.map((one) => "text" in one && one.text)).toEqual([
    "hello",
    "",
    "world",
    "hello",
    "",
    "world",
  ]);
  expect(ended(page)).toHaveLength(1);
});

it.runIf(isLinux)("a run that is stopped, or is over, holds no socket", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host, { lab: "datagrams" });
  await page.command("sendLoad", slow);
  await until(async () => (await held(host, page)) === 3);
  await page.command("stop", {});
  await until(async () => (await held(host, page)) === 0);
  await page.command("sendLoad", quick);
  await until(() => ended(page).length > 0);
  await until(async () => (await held(host, page)) === 0);
});

it.runIf(isLinux)("a bench that ends in the middle of a run takes its sockets along", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host, { lab: "datagrams" });
  await page.command("sendLoad", slow);
  await until(async () => (await held(host, page)) === 3);
  const net = host.app.benches.find(page.bench)?.net;
  await host.app.benches.end(page.bench, "idle");
  const left = (await net?.kernelUdp())?.udp ?? [];
  expect(left).toEqual([]);
});

it("many commands at once leave one run", async () => {
  await using host = await TestHost.start({ limits: { commandsPerSecond: 100 } });
  using page = await TestPage.open(host, { lab: "datagrams" });
  await Promise.all(Array.from({ length: 10 }, () => page.command("sendLoad", quick)));
  await until(() => ended(page).length > 0);
  expect(ended(page)).toHaveLength(1);
});

it("a program that is closed between two sends takes no other along", async () => {
  await using host = await TestHost.start({ limits: { commandsPerSecond: 1000 } });
  using page = await TestPage.open(host, { lab: "datagrams" });
  const paced = { ...presets.unhurried.settings, besideTcp: true };
  for (let times = 0; times < 20; times += 1) {
    const before = sentCount(page);
    await page.command("sendLoad", paced);
    await until(() => sentCount(page) > before + times);
    await page.command("stop", {});
  }
  await page.command("sendLoad", quick);
  await until(() => ended(page).length > 0);
  expect(host.log.filter((line) => line.includes("lab-threw"))).toEqual([]);
});
