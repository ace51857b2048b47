import { expect, test } from "../fixtures.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";

checkLab({
  id: "nodes",
  press: "Connect all",
  says: /^4 of 4 clients are connected, and 2 got the news\.$/,
  draws: /Bob: GET to node 2; .*connected to node 2\. /,
});

/** What a browser says of the answers that this lab is about. */
const refusedMessages: readonly RegExp[] = [
  /Failed to load resource: .*status of 400/,
  /WebSocket connection to .*\/socket\.io\/.* failed: Error during WebSocket handshake: Unexpected response code: 400/,
];

/** How each preset ends: its status, and what a client at node 2 is told. */
const outcomes = {
  "no-adapter": [
    /^4 of 4 clients are connected, and 2 got the news\./,
    "It is a client of node 2, and node 2 wrote nothing",
  ],
  "with-adapter": [
    /^4 of 4 clients are connected, and 4 got the news\./,
    "Node 1 handed the broadcast on to node 2",
  ],
  "not-sticky": [
    /^0 of 4 clients are connected\. \d+ requests were answered with 400\./,
    '400 {"code":1,"message":"Session ID unknown"}',
  ],
  sticky: [/^4 of 4 clients are connected\./, "requests went to node 2."],
  "websocket-only": [/^4 of 4 clients are connected\./, "It made one request, which node 2 took"],
} as const;

test("each preset shows who is connected and who got the news, and why", async ({
  page,
  trouble,
}) => {
  for (const message of refusedMessages) trouble.expect(message);
  const lab = new Lab(page, "nodes");
  for (const [preset, [says, why]] of Object.entries(outcomes)) {
    await test.step(preset, async () => {
      await page.goto(`/labs/nodes/?preset=${preset}`);
      await expect(lab.root).toHaveAttribute("data-state", "live");
      const asked = lab.root.getByRole("group", { name: /^How many of the four connect/ });
      await asked.getByRole("radio", { name: "all", exact: true }).check();
      await lab.run("Connect all");
      await expect(lab.status).toHaveText(says);
      await expect(lab.root.getByRole("row", { name: /^Bob / })).toContainText(why);
      const sign = preset === "not-sticky" ? "not as predicted" : "as predicted";
      await expect(lab.root.getByRole("img", { name: sign, exact: true })).toBeVisible();
    });
  }
});

test("the legend explains what is there to be seen, and no lane grows with a run", async ({
  page,
  trouble,
}) => {
  for (const message of refusedMessages) trouble.expect(message);
  await page.setViewportSize({ width: 1280, height: 800 });
  const lab = new Lab(page, "nodes");
  const heightPx = () => lab.root.getByRole("figure").evaluate((figure) => figure.clientHeight);
  const went = lab.root.getByText("2 went to node 2", { exact: true });
  const refused = lab.root.getByText("✕ refused with 400", { exact: true });
  for (const preset of ["sticky", "not-sticky"]) {
    await test.step(preset, async () => {
      await page.goto(`/labs/nodes/?preset=${preset}`);
      await expect(lab.root).toHaveAttribute("data-state", "live");
      await expect(went).toBeHidden();
      await expect(refused).toBeHidden();
      const emptyPx = await heightPx();
      await lab.run("Connect all");
      await expect(went).toBeVisible();
      await expect(refused).toBeVisible({ visible: preset === "not-sticky" });
      expect(await heightPx()).toBe(emptyPx);
    });
  }
});
