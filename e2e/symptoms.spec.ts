import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { symptomSigns } from "./symptom-signs.ts";

const entries = "[data-entry]";
const button: Readonly<Record<string, string>> = {
  datagrams: "Send",
  emit: "Emit",
  nodes: "Connect all",
  upgrade: "Connect",
  wire: "Send",
};

/** What browsers say of what the labs do on purpose, and of what the frame is refused. */
const onPurpose: readonly RegExp[] = [
  /Failed to load resource: /,
  /WebSocket connection to .* failed: /,
  /has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header/,
];

test("each symptom leads to a run that shows it, and to a cure", async ({ page }) => {
  await page.goto("/symptoms/");
  const ids = await page
    .locator(entries)
    .evaluateAll((all) => all.map((entry) => entry.getAttribute("data-entry")));
  expect(ids.toSorted()).toEqual([...Object.keys(symptomSigns), "cors-error"].toSorted());
  for (const [id, { lab, preset }] of Object.entries(symptomSigns)) {
    const entry = page.locator(`[data-entry="${id}"]`);
    const hrefs = await entry
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs, id).toContain(`/labs/${lab}/?preset=${preset}`);
    await expect(entry.getByText("Cause and cure")).toBeVisible();
  }
});

test("a symptom is found by a word of its error, and its link opens the page there", async ({
  page,
}) => {
  await page.goto("/symptoms/");
  await page.getByRole("searchbox").first().fill("EADDRINUSE");
  await expect(page.getByRole("heading", { name: /EADDRINUSE/ })).toBeVisible();
  await expect(page.locator(entries).filter({ visible: true })).toHaveCount(1);
  await page.goto("/symptoms/#half-of-the-users");
  await expect(page.getByRole("heading", { name: /only some of the users/ })).toBeInViewport();
});

test("a page of another origin gets no answer that this page gets", async ({ page, trouble }) => {
  for (const message of onPurpose) trouble.expect(message);
  await page.goto("/symptoms/");
  const entry = page.locator('[data-entry="cors-error"]');
  await entry.getByRole("button", { name: "Ask from both pages" }).click();
  await expect(entry.getByRole("status")).toContainText("The server answered both pages");
  const health = entry.getByRole("row", { name: /healthz/ });
  await expect(health.getByRole("cell")).toHaveText(["200", "TypeError: Failed to fetch"]);
  const socket = entry.getByRole("row", { name: /socket\.io/ });
  await expect(socket.getByRole("cell")).toHaveText(["404", "TypeError: Failed to fetch"]);
});

test("each symptom happens in its lab", { tag: "@long" }, async ({ page, trouble }) => {
  test.setTimeout(240_000);
  for (const message of onPurpose) trouble.expect(message);
  for (const [id, { lab: name, preset, isSeenIn }] of Object.entries(symptomSigns)) {
    await test.step(id, async () => {
      const lab = new Lab(page, name);
      await page.goto(`/labs/${name}/?preset=${preset}`);
      await expect(lab.root).toHaveAttribute("data-state", "live", { timeout: 15_000 });
      const { observations } = await lab.run(button[name] ?? "Run");
      expect(isSeenIn(observations), `${id}: ${JSON.stringify(observations)}`).toBe(true);
    });
  }
});
