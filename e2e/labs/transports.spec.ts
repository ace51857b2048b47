import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";

checkLab({
  id: "transports",
  press: "Run",
  says: /^Told latest, on average: Polling, after .* Fewest requests: Event stream and WebSocket, 1 each\.$/,
});

async function open(page: Page, preset = "side-by-side"): Promise<Lab> {
  const lab = new Lab(page, "transports", preset);
  await page.goto(`/labs/transports/?preset=${preset}`);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
}

const cells = (lab: Lab, way: string) =>
  lab.root
    .getByRole("row")
    .filter({ has: lab.page.getByRole("rowheader", { name: way, exact: true }) })
    .getByRole("cell");

test("a prediction is held against what each way cost", async ({ page }) => {
  const lab = await open(page);
  const fewest = lab.root.getByRole("group", { name: "Fewest requests" });
  for (const way of ["Event stream", "WebSocket"]) await fewest.getByLabel(way).check();
  const latest = lab.root.getByRole("group", { name: "Told latest, on average" });
  await latest.getByLabel("Long polling").check();
  const run = await lab.run("Run");
  expect(run.preset).toBe("side-by-side");
  await expect(lab.status).toContainText("Your prediction was right for 1 of 2.");
  await expect(cells(lab, "Event stream").first()).toHaveText("1");
  await expect(cells(lab, "WebSocket").first()).toHaveText("1");
  // One answer for each item at most, and one request that still waits.
  expect(Number(await cells(lab, "Long polling").first().textContent())).toBeLessThanOrEqual(6);
  await expect(
    lab.root.getByRole("row", { name: /^Told latest/ }).getByRole("img"),
  ).toHaveAccessibleName("not as predicted");
});

test("one way alone is asked for its number of requests", async ({ page }) => {
  const lab = await open(page, "long-polling");
  await lab.root.getByLabel(/^Number of requests/).fill("1");
  const run = await lab.run("Run");
  expect(run.preset).toBe("long-polling");
  await expect(lab.status).toContainText("Long polling brought all 5 items with 6 requests");
  await expect(lab.status).toContainText("Your prediction was right for 0 of 1.");
});

test("six open streams keep a fetch waiting in the browser, and no WebSocket", async ({ page }) => {
  const lab = await open(page, "six-connections");
  await lab.root.getByLabel("a new WebSocket").check();
  await lab.run("Run");
  await expect(lab.status).toHaveText(
    "While six streams were open, a new WebSocket got through; a fetch had to wait. Your prediction was right for 1 of 1.",
  );
  await lab.button("Log").click();
  await expect(lab.log).toContainText("GET hold?number=6");
});

test("nothing is answered before the run", async ({ page }) => {
  const lab = await open(page, "six-connections");
  await expect(lab.root.getByRole("table")).toHaveCount(0);
  await expect(lab.diagram).toHaveAccessibleName(/Nothing has happened yet/);
});

test("a lane that other tabs leave no connection for sits the run out, and says so", async ({
  context,
}) => {
  const page = await context.newPage();
  const lab = await open(page);
  const holder = await context.newPage();
  await holder.goto("/privacy/");
  await holder.evaluate(holdAllLeases);
  await lab.run("Run");
  await expect(lab.problems).toContainText("Long polling and Event stream did not take part.");
  await expect(cells(lab, "WebSocket").first()).toHaveText("1");
  await expect(cells(lab, "Long polling")).toHaveCount(0);
});

/** What tabs full of labs that poll tell the others. */
function holdAllLeases(): void {
  const channel = new BroadcastChannel("wirebook-leases-1");
  const claim = { kind: "control", askedAtMs: 1, isHeld: true };
  const claims = ["a", "b", "c", "d"].map((id) => ({ ...claim, id }));
  const say = () => channel.postMessage({ tab: "other", claims, isAsking: false });
  channel.onmessage = say;
  setInterval(say, 500);
  say();
}
