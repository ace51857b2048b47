import { expect, test } from "./fixtures.ts";
import { focusByTab } from "./focus-by-tab.ts";
import { Lab } from "./lab.ts";
import { labIds } from "./lab-ids.ts";
import { outageMessages } from "./outage-messages.ts";
import { sample } from "./sample.ts";

/** What the checks need to know of a lab. */
export interface LabCheck {
  /** Id of the lab, as in its folder's name. */
  id: string;
  /** Name of the button that starts a run. */
  press: string;
  /** The status sentence of that run; a pattern where it counts what chance decides. */
  says: string | RegExp;
  /** What its drawing says of that run in words. */
  draws?: RegExp;
  /** It has no server half, and all that it shows is computed. */
  isComputed?: boolean;
}

/** Declares the tests that every lab has to pass. */
export function checkLab(check: LabCheck): void {
  const { id, press, says, draws = / to server: /, isComputed = false } = check;
  const path = `/labs/${id}/`;

  test(`${id} works alone on its page, by keyboard and pointer, and keeps still if asked`, async ({
    page,
  }) => {
    const lab = new Lab(page, id);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    await expect(lab.root).toHaveAttribute("data-state", "live");
    await test.step("with the keyboard alone", async () => {
      await focusByTab(lab.button(press));
      await page.keyboard.press("Enter");
      // Some runs take seconds, such as five seconds of news.
      await expect(lab.status).toHaveText(says, { timeout: 15_000 });
      await focusByTab(lab.button("Log"));
      await page.keyboard.press("Space");
      await expect(lab.log.getByRole("listitem").first()).toBeVisible();
    });
    await test.step("without motion", async () => {
      expect(await page.evaluate(movingElements)).toEqual([]);
    });
    await test.step("with the pointer", async () => {
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await lab.run(press);
      await expect(lab.status).toHaveText(says);
      const provenance = isComputed ? "computed" : "observed";
      await expect(lab.root).toHaveAttribute("data-provenance", provenance);
      await expect(lab.diagram).not.toHaveAccessibleName(/Nothing has happened yet/);
      await expect(lab.diagram).toHaveAccessibleName(draws);
    });
  });

  if (!isComputed) checkOutage(check);
}

/** Labs whose server is stopped in a plain run: what follows is the work of the kit, in each alike. */
const stopped = sample(4, labIds);

function checkOutage({ id, press, says }: LabCheck): void {
  const path = `/labs/${id}/`;
  const tag = stopped.includes(id) ? [] : ["@long"];

  test(`${id} says that its server was stopped, keeps the run, and heals`, { tag }, async ({
    page,
    startServer,
    trouble,
  }) => {
    for (const message of outageMessages) trouble.expect(message);
    const server = await startServer();
    const lab = new Lab(page, id);
    await page.goto(server.url + path);
    await expect(lab.root).toHaveAttribute("data-state", "live");
    await lab.run(press);
    await expect(lab.status).toHaveText(says);
    await server.kill();
    await expect(lab.root).toHaveAttribute("data-state", "lost", { timeout: 5000 });
    await expect(lab.problems).toContainText("no connection to the server");
    await expect(lab.diagram).not.toHaveAccessibleName(/Nothing has happened yet/);
    await server.restart();
    await expect(lab.root).toHaveAttribute("data-state", "live");
    await expect(lab.problems).toHaveCount(0);
    await lab.run(press);
    await expect(lab.status).toHaveText(says);
  });
}

/** What moves on the page now, for longer than an eye can see. */
function movingElements(): string[] {
  return document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
    .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML : "") ?? "");
}
