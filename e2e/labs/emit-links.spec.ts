import { expect, test } from "../fixtures.ts";
import { EmitLab } from "./emit-lab.ts";

test("an address names a preset", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=ack-timeout");
  await expect(lab.pageCall.locator("option:checked")).toHaveText("socket.timeout(1000).emit");
  await expect(lab.root).toHaveAttribute("data-preset", "ack-timeout");
  await page.goto("/labs/emit/?preset=no-such-preset&from=Eve&room=__proto__&Ann=x");
  await lab.isLive();
  await expect(lab.root).toHaveAttribute("data-preset", "client-emit");
  await expect(lab.serverCall.locator("option:checked")).toHaveText("nothing");
});

test("a copied link opens the lab as it was set, without the reader's words", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lab = await EmitLab.open(page, "/labs/emit/?preset=broadcast");
  await lab.serverCall.selectOption({ label: "io.to(room).emit" });
  await lab.radio("blue").check();
  await lab.switch("Bob is connected").uncheck();
  await lab.event.fill("secret-words");
  await lab.button("Copy link").click();
  await expect(lab.button("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("/labs/emit/?preset=broadcast");
  expect(link).not.toContain("secret");
  const other = await EmitLab.open(await context.newPage(), link);
  await expect(other.serverCall.locator("option:checked")).toHaveText("io.to(room).emit");
  await expect(other.radio("blue")).toBeChecked();
  await expect(other.switch("Bob is connected")).not.toBeChecked();
  await expect(other.event).toHaveValue("news");
  await other.run("Emit");
  await expect(other.status).toHaveText("Ann emitted news: Cem received it.");
});

test("on a phone, over plain HTTP under a name of the network, everything is there", async ({
  openPage,
  baseURL,
  trouble,
}) => {
  const { port } = new URL(baseURL ?? "");
  const origin = `http://teacher.test:${port}`;
  trouble.allowOrigin(origin);
  const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const lab = await EmitLab.open(page, `${origin}/labs/emit/?preset=io-emit`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await lab.root.getByRole("button", { name: "Emit", exact: true }).tap();
  await expect(lab.status).toHaveText("Ann emitted news: Ann, Bob, and Cem received it.");
  await lab.button("Log").tap();
  const overhang = () =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overhang)).toBe(0);
  await expect(lab.diagram).toBeVisible();
  await lab.button("Copy link").tap();
  const shown = lab.root.getByRole("textbox", { name: /to copy/ });
  await expect(shown).toHaveValue(`${origin}/labs/emit/?preset=io-emit`);
  await expect(shown).toBeFocused();
});

test("a course page of another site may frame the lab, and nothing else", async ({
  page,
  baseURL,
  startPlainFiles,
  trouble,
}) => {
  const head = '<!doctype html><title>course</title><link rel="icon" href="data:,">';
  const framed = (path: string) => `<iframe title="lab" src="${baseURL}${path}"></iframe>`;
  const course = await startPlainFiles({
    "/lab": `${head}${framed("/embed/emit/?preset=io-emit")}`,
    "/page": `${head}${framed("/labs/emit/")}`,
  });
  const address = `http://course.test:${new URL(course.url).port}`;
  trouble.allowOrigin(address);
  await page.goto(`${address}/lab`);
  const frame = page.frameLocator("iframe");
  const lab = frame.getByRole("region", { name: /^Lab: / });
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute("data-state", "live");
  await lab.getByRole("button", { name: "Emit", exact: true }).click();
  await expect(lab.getByRole("status")).toHaveText(
    "Ann emitted news: Ann, Bob, and Cem received it.",
  );
  trouble.expect(/frame-ancestors/);
  await page.goto(`${address}/page`);
  await expect(frame.getByRole("region", { name: /^Lab: / })).toHaveCount(0);
  expect(page.frames().map((each) => each.url())).toContain("chrome-error://chromewebdata/");
});
