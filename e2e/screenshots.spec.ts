import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { EmitLab } from "./labs/emit-lab.ts";

const docs = join(import.meta.dirname, "..", "docs");

/** Written only on demand, so that a test run leaves the project as it was. */
const pathOf = (name: string) => (process.env.SCREENSHOTS === "1" ? join(docs, name) : undefined);

// Tall enough for the whole lab, so that the site's header does not lie over it.
test.use({ viewport: { width: 1280, height: 1400 } });

test("the lab after a run fits a picture", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const lab = await EmitLab.open(page, "/labs/emit/?preset=broadcast");
  await lab.predict(["Ann", "Bob", "Cem"]);
  await lab.run("Emit");
  await expect(lab.row("Ann")).toContainText("did not receive");
  const path = pathOf("emit-lab.png");
  const picture = await lab.root.screenshot({ ...(path && { path }), animations: "disabled" });
  expect(picture.byteLength).toBeGreaterThan(20_000);
});
