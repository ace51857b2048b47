import { expectNothing } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { Lab } from "./lab.ts";
import { EmitLab } from "./labs/emit-lab.ts";
import { UpgradeLab } from "./labs/upgrade-lab.ts";
import { awake, beSure, check } from "./question.ts";
import { sample } from "./sample.ts";
import { sitePages } from "./site-pages.ts";

const sizes = {
  "a desktop @long": { width: 1280, height: 900 },
  "a phone": { width: 390, height: 844 },
};
/** What axe looks at after a run or an answer; in a plain `npm test` at three of them. */
const used = ["emit", "namespaces", "upgrade", "transports", "unplug", "wire", "lesson"] as const;
const looked = sample(3, used);
const tagOf = (one: (typeof used)[number]) => ({ tag: looked.includes(one) ? [] : ["@long"] });

for (const [name, viewport] of Object.entries(sizes)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    // On a phone, `pages.spec.ts` looks at some of these in each plain run.
    for (const path of [...sitePages(), "/no-such-page/"]) {
      test(`axe finds nothing on ${path}`, { tag: "@long" }, async ({ page, trouble }) => {
        trouble.expect(/Failed to load resource: .* 404 .*no-such-page/);
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.goto(path);
        await expectNothing(page);
      });
    }

    test(
      "axe finds nothing in a lab that has run, with log, problem and link",
      tagOf("emit"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = await EmitLab.open(page, "/labs/emit/?preset=ack-timeout");
        await lab.predict(["Bob"]);
        await lab.run("Emit");
        await lab.button("Log").click();
        await lab.button("Invite a second device as Dee").click();
        await lab.root.getByText("What this leaves out, and sources").click();
        await lab.payload.fill("{");
        await lab.button("Emit").click();
        await expect(lab.problems).toHaveCount(1);
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in a lab that uses namespaces and has run",
      tagOf("namespaces"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = await EmitLab.open(page, "/labs/emit/?preset=one-connection");
        await lab.run("Emit");
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in a waterfall, its steps and its log",
      tagOf("upgrade"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = await UpgradeLab.open(page, "heartbeat");
        await lab.said("The ping comes from", "Ann").check();
        await lab.run("Connect");
        await lab.button("Log").click();
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in what each way of being told costs, and in its log",
      tagOf("transports"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = new Lab(page, "transports");
        await page.goto("/labs/transports/");
        await expect(lab.root).toHaveAttribute("data-state", "live");
        await lab.root
          .getByRole("group", { name: "Fewest requests" })
          .getByLabel("WebSocket")
          .check();
        await lab.run("Run");
        await lab.button("Log").click();
        await expectNothing(page);
        await lab.root.getByLabel("six open streams").check();
        await lab.run("Run");
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in a run of failing connections, and in what is done by hand",
      tagOf("unplug"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = new Lab(page, "unplug");
        await page.goto("/labs/unplug/?preset=recovery-kicked");
        await expect(lab.root).toHaveAttribute("data-state", "live");
        await lab.root.getByRole("combobox", { name: "News that Bob misses" }).selectOption("1");
        await lab.run("Run");
        await lab.button("Log").click();
        await expectNothing(page);
        const happens = lab.root.getByRole("combobox", { name: "What happens" });
        await happens.selectOption("by-hand");
        await lab.button("Run").click();
        await lab.button("Bob: order").click();
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in bytes, their fields and what went wrong",
      tagOf("wire"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        const lab = new Lab(page, "wire");
        await page.goto("/labs/wire/?preset=polling");
        await expect(lab.root).toHaveAttribute("data-state", "live");
        await lab.run("Send");
        await lab.root.getByRole("gridcell").nth(20).click();
        await lab.button("Log").click();
        await lab.root.getByRole("textbox", { name: "Event" }).fill("connect");
        await lab.button("Send").click();
        await expect(lab.problems).toHaveCount(1);
        await expectNothing(page);
        await page.goto("/labs/wire/?preset=ack#byte-4");
        await expect(lab.root.getByRole("gridcell", { selected: true })).toHaveCount(4);
        await expectNothing(page);
      },
    );

    test(
      "axe finds nothing in a lesson whose question was answered",
      tagOf("lesson"),
      async ({ page }) => {
        test.slow();
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.goto("/lessons/emitting/");
        const question = await awake(page, "emitting-chat-echo");
        await beSure(question);
        for (const option of [0, 1]) {
          await question.getByRole("radio").nth(option).check();
          await check(question);
        }
        await expect(question).toContainText("This is the answer.");
        await expectNothing(page, '[data-item="emitting-chat-echo"]');
      },
    );
  });
}
