import { expect, test } from "../fixtures.ts";
import { focusByTab } from "../focus-by-tab.ts";
import { forgetBench } from "../forget-bench.ts";
import { checkLab } from "../lab-checks.ts";
import { outageMessages } from "../outage-messages.ts";
import { sample } from "../sample.ts";
import { UpgradeLab } from "./upgrade-lab.ts";

checkLab({
  id: "upgrade",
  press: "Connect",
  says: /^Ann is connected and uses WebSocket, after \d HTTP requests and 3 WebSocket frames\.$/,
});

/** What a browser says of a WebSocket that is refused. */
const blockedMessages: readonly RegExp[] = [
  /WebSocket connection to .*\/socket\.io\/.* failed: Error during WebSocket handshake: Unexpected response code: 403/,
];

const first = "The first request asks for";
const end = "In the end Ann is";

/** How each preset ends: the first request, the transport in the end, and what a step must say. */
const outcomes = {
  default: ["polling", "on WebSocket", /2probe/],
  "websocket-only": ["WebSocket", "on WebSocket", /offers no upgrade/],
  "polling-only": ["polling", "on polling", /keeps the request until it has something to say/],
  "websocket-first": ["WebSocket", "on WebSocket", /That is an HTTP request, too/],
  "try-all": ["WebSocket", "on WebSocket", /That is an HTTP request, too/],
  "default-refused": ["polling", "on polling", /403/],
  "default-swallowed": ["polling", "on polling", /430\["hello, Ann"\]/],
  "websocket-only-refused": ["WebSocket", "not connected", /reconnect_failed/],
  "websocket-first-refused": ["WebSocket", "not connected", /reconnect_failed/],
  "try-all-refused": ["WebSocket", "on polling", /403/],
  "try-all-swallowed": ["WebSocket", "not connected", /connect_error: timeout/],
  "emit-on-polling": ["polling", "on polling", /POST polling 420\["hello"\]/],
  heartbeat: ["polling", "on WebSocket", /The server asks whether Ann is still there/],
} as const;

test("each preset begins and ends as it should, step by step", async ({ page, trouble }) => {
  test.slow();
  for (const message of blockedMessages) trouble.expect(message);
  for (const [preset, [begins, ends, step]] of sample(6, Object.entries(outcomes))) {
    await test.step(`${preset} begins with ${begins} and ends ${ends}`, async () => {
      await forgetBench(page);
      const lab = await UpgradeLab.open(page, preset);
      await lab.said(first, begins).check();
      await lab.said(end, ends === "on polling" ? "on WebSocket" : "on polling").check();
      const run = await lab.run("Connect");
      expect(run.preset).toBe(preset);
      await expect(lab.row(first).getByRole("cell").nth(1)).toHaveText(begins);
      await expect(
        lab.row(first).getByRole("img", { name: "as predicted", exact: true }),
      ).toBeVisible();
      await expect(lab.row(end).getByRole("cell").nth(1)).toHaveText(ends);
      await expect(lab.row(end).getByRole("img", { name: "not as predicted" })).toBeVisible();
      expect(await lab.stepTexts()).toContainEqual(expect.stringMatching(step));
      await expect(lab.status).toContainText("Your prediction was right for 1 of 2.");
    });
  }
});

test("the way up of a client without options is seen in its order", async ({ page }) => {
  const lab = await UpgradeLab.open(page);
  await lab.run("Connect");
  const texts = await lab.stepTexts();
  const at = (step: RegExp) => texts.findIndex((text) => step.test(text));
  const inOrder = (...steps: RegExp[]) => {
    const found = steps.map(at);
    expect(
      found.every((index) => index >= 0),
      texts.join("\n"),
    ).toBe(true);
    expect(
      found.toSorted((a, b) => a - b),
      texts.join("\n"),
    ).toEqual(found);
  };
  const opening = [
    /Ann → server #1 GET polling Ann asks for a session/,
    /server → Ann #1 200 0\{…\}/,
  ];
  inOrder(...opening, /Ann → server #\d POST polling 40 /, /server → Ann #\d 200 40\{…\}/);
  const probing = [/Ann → server #\d 2probe/, /server → Ann #\d 3probe/, /Ann → server #\d 5 /];
  inOrder(...opening, /Ann → server #\d GET WebSocket/, /server → Ann #\d 101/, ...probing);
  const noop = at(/server → Ann #\d 200 6 /);
  // Where a poll waits while the probe comes back, a noop ends it.
  if (noop >= 0) expect(noop).toBeLessThan(at(/Ann → server #\d 5 /));
});

test("the log has every step of the drawing, and no whole session id", async ({ page }) => {
  const lab = await UpgradeLab.open(page);
  await lab.run("Connect");
  await lab.button("Log").click();
  await expect(lab.log).toContainText(/0\{"sid":"[\w-]{4}\*{16}","upgrades":\["websocket"\]/);
  for (const packet of ["2probe", "3probe", "101"]) {
    await expect(lab.log).toContainText(packet);
    if (packet !== "101") await expect(lab.diagram).toHaveAccessibleName(new RegExp(packet));
  }
  expect(await lab.log.getByRole("listitem").count()).toBe(await lab.steps.count());
});

test("nothing is answered before the run", async ({ page }) => {
  const lab = await UpgradeLab.open(page, "websocket-first-refused");
  await expect(lab.steps).toHaveCount(0);
  await expect(lab.row(end)).toHaveCount(0);
  await expect(lab.diagram).toHaveAccessibleName(/Nothing has happened yet/);
});

test("a row of the drawing is chosen by key, and its steps are lit", async ({ page }) => {
  const lab = await UpgradeLab.open(page);
  await lab.run("Connect");
  const row = lab.root.getByRole("button", { name: /GET WebSocket, 101/ });
  await focusByTab(row);
  await page.keyboard.press("Enter");
  await expect(row).toHaveAttribute("aria-pressed", "true");
  const lit = lab.steps.and(lab.root.locator("[aria-current]"));
  await expect(lit.filter({ hasText: "2probe" })).toBeVisible();
  await expect(lit.filter({ hasText: "POST" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(lit).toHaveCount(0);
});

test("a run fits on the narrowest phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const preset of ["heartbeat", "emit-on-polling"]) {
    const lab = await UpgradeLab.open(page, preset);
    await lab.run("Connect");
    await lab.button("Log").click();
    const [content, screen] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(content).toBe(screen);
  }
});

test("a reader chooses, predicts and runs with keys only", async ({ page }) => {
  const lab = await UpgradeLab.open(page);
  const calls = lab.root.getByRole("combobox", { name: "Ann’s page calls" });
  await focusByTab(calls);
  for (const _ of [1, 2]) await page.keyboard.press("ArrowDown");
  await expect(calls.locator("option:checked")).toContainText('"polling"');
  await focusByTab(lab.said(first, "polling"));
  await page.keyboard.press("Space");
  await focusByTab(lab.button("Connect"));
  await page.keyboard.press("Enter");
  await expect(lab.status).toContainText(
    "Ann is connected and uses polling, after 4 HTTP requests.",
  );
  await expect(lab.status).toContainText("Your prediction was right for 1 of 1.");
});

test("one run after another begins with a fresh session", async ({ page }) => {
  const lab = await UpgradeLab.open(page, "emit-on-polling");
  const sessions = new Set<string>();
  for (const _ of [1, 2, 3]) {
    await lab.run("Connect");
    await expect(lab.status).toContainText("uses polling, after 6 HTTP requests");
    if (sessions.size === 0) await lab.button("Log").click();
    const text = (await lab.log.textContent()) ?? "";
    sessions.add(/"sid":"([\w-]{4})/.exec(text)?.[1] ?? "");
  }
  expect(sessions.size).toBe(3);
});

test("while the server is away the preset's recording is played, and says so", async ({
  page,
  startServer,
  trouble,
}) => {
  for (const message of outageMessages) trouble.expect(message);
  const server = await startServer();
  const loaded = page.waitForResponse(/\/_astro\/websocket-first-refused\.[\w-]+\.js$/);
  const lab = new UpgradeLab(page);
  await page.goto(`${server.url}/labs/upgrade/?preset=websocket-first-refused`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  await (await loaded).finished();
  await server.kill();
  await expect(lab.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
  await lab.run("Play the recording");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(lab.row(end).getByRole("cell").nth(1)).toHaveText("not connected");
});
