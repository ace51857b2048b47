import { readFile } from "node:fs/promises";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { focusByTab } from "../focus-by-tab.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { sample } from "../sample.ts";

const whole =
  "1 frame of 69 bytes: Ethernet 14, IPv4 20, TCP 20, WebSocket 6, Engine.IO 1, Socket.IO 1, data 7.";

checkLab({ id: "layers", press: "Wrap it", says: whole, draws: /Ann → router/, isComputed: true });

const open = async (page: Lab["page"], address = "/labs/layers/"): Promise<Lab> => {
  const lab = new Lab(page, "layers");
  await page.goto(address);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
};

const byte = (lab: Lab, at: number) =>
  lab.root.getByRole("gridcell", { name: new RegExp(`^byte ${at},`) });
const litBytes = (lab: Lab) => lab.root.getByRole("gridcell", { selected: true });
const header = (lab: Lab, name: string) => lab.root.getByRole("group", { name: `Header: ${name}` });
const newValue = (lab: Lab) => lab.root.getByRole("textbox", { name: /^New value/ });

test("a reader says how many bytes, and sees what each layer adds", async ({ page }) => {
  const lab = await open(page);
  await lab.root.getByRole("textbox", { name: /how many bytes/ }).fill("3");
  await lab.run("Wrap it");
  await expect(lab.status).toHaveText(`${whole} You said 3.`);
  const layers = lab.root.getByRole("list", { name: "Layers, from the message down" });
  await expect(layers.getByRole("listitem")).toHaveCount(7);
  await expect(layers.getByRole("button", { name: /^TCP/ })).toHaveAccessibleName(
    /Transport · OSI 4 Transport \+ 20 bytes, 35 bytes/,
  );
  await expect(layers.getByRole("button", { name: /^WebSocket/ })).toContainText("not assigned");
  await layers.getByRole("button", { name: /^TCP/ }).click();
  await expect(litBytes(lab)).toHaveCount(20);
  await expect(header(lab, "TCP")).toBeVisible();
});

test("byte, drawing and table light up together, by pointer and by keys", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  await byte(lab, 22).click();
  await page.mouse.move(0, 0);
  const ttl = header(lab, "IPv4").getByRole("button", { name: /^time to live/ });
  await expect(ttl).toHaveAttribute("aria-pressed", "true");
  await expect(lab.root.getByRole("row", { name: /^time to live/ })).toHaveAttribute(
    "data-lit",
    "",
  );
  await ttl.focus();
  await page.keyboard.press("ArrowRight");
  await expect(litBytes(lab)).toHaveAccessibleName(/IPv4: protocol/);
  await page.keyboard.press("End");
  await expect(litBytes(lab)).toHaveCount(4);
});

test("a field is changed, its checksum goes wrong, and is worked out again", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  await byte(lab, 22).click();
  await newValue(lab).fill("63");
  await newValue(lab).press("Enter");
  const row = lab.root.getByRole("row", { name: /^IPv4 checksum/ });
  await expect(row).toContainText("wrong: 0x3329 is due");
  await expect(lab.root.getByRole("row", { name: /^TCP checksum/ })).toContainText("right");
  await lab.button("Work out again: IPv4 checksum").click();
  await expect(row).toContainText("right");
});

test("what does not fit a field is told beside it, and kept", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  await byte(lab, 22).click();
  await newValue(lab).fill("300");
  await lab.button("Write it").click();
  await expect(lab.problems).toContainText("from 0 to 255");
  await expect(newValue(lab)).toHaveValue("300");
});

test("across a router TTL, checksum and MAC addresses change, and the rest does not", async ({
  page,
}) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  await lab.button("Send it across a router").click();
  const rows = lab.root
    .getByRole("table", { name: "Before and after the router" })
    .getByRole("row");
  await expect(rows).toHaveText([
    "FieldBeforeAfter",
    /destination MAC/,
    /source MAC/,
    /time to live \(TTL\)6463/,
    /header checksum0x32290x3329/,
  ]);
  await expect(lab.root).toContainText("The data is the same, byte by byte.");
});

test("a header that was left wrong goes no further than the router", async ({ page }) => {
  const lab = await open(page, "/labs/layers/?preset=wrong-checksum");
  await lab.run("Wrap it");
  await lab.button("Send it across a router").click();
  await expect(lab.status).toContainText(
    "The router discarded it. The header’s checksum is wrong.",
  );
});

const endings = {
  fragments: /^3 frames of 1,514, 1,514 and 1,082 bytes, each with a fragment of one packet\.$/,
  segments: /^3 frames of 1,514, 1,514 and 1,134 bytes, each with a TCP segment\.$/,
  "too-big": /The router discarded it\. The packet is larger than the next link takes/,
  "ttl-runs-out": /The router would make it 0/,
  "router-fragments": /The router sent it on in 2 frames\.$/,
  ipv6: /^1 frame of 89 bytes: .*IPv6 40/,
  vlan: /^1 frame of 73 bytes: .*VLAN tag 4/,
  "dns-query": /^1 frame of 71 bytes: .*UDP 8, DNS 29/,
};

test("each preset ends as it should", async ({ page }) => {
  test.slow();
  for (const [preset, says] of sample(6, Object.entries(endings))) {
    await test.step(preset, async () => {
      const lab = await open(page, `/labs/layers/?preset=${preset}`);
      await lab.run("Wrap it");
      await expect(lab.status).toHaveText(says);
    });
  }
});

test("the frames are saved as a capture and as text", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  const saved = async (button: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), lab.button(button).click()]);
    return await readFile(await file.path());
  };
  const capture = await saved("Save as pcap");
  expect(capture.subarray(0, 4).toString("hex")).toBe("d4c3b2a1");
  await lab.root.getByRole("checkbox", { name: /opening of the connection/ }).uncheck();
  const alone = await saved("Save as pcap");
  expect(alone.length).toBe(24 + 16 + 69);
  expect(alone.subarray(40)).toEqual(capture.subarray(-69));
  expect(`${await saved("Save as hex text")}`).toMatch(/^000000 {2}00 00 5e 00 53 01 /);
});

test("what cannot be made is told before it is, and kept", async ({ page }) => {
  const lab = await open(page, "/labs/layers/?preset=dns-query");
  const text = lab.root.getByRole("textbox", { name: /^Message/ });
  await text.fill("two words");
  await expect(text).toHaveAccessibleDescription(/letters, digits and hyphens/);
  await lab.button("Wrap it").click();
  await expect(lab.problems).toContainText("letters, digits and hyphens");
  await expect(text).toHaveValue("two words");
});

test("it needs no server", async ({ page, context }) => {
  const lab = await open(page);
  await context.setOffline(true);
  await lab.run("Wrap it");
  await expect(lab.status).toHaveText(whole);
});

test("a bit diagram is reached by keys alone", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Wrap it");
  await focusByTab(header(lab, "IPv4").getByRole("button").first());
  await page.keyboard.press("Enter");
  await expect(newValue(lab)).toHaveValue("4");
});

test("axe finds nothing in a frame that was changed", async ({ page }) => {
  const lab = await open(page, "/labs/layers/?preset=wrong-checksum");
  await lab.run("Wrap it");
  await expect(lab.status).toContainText("Wrong now: IPv4 checksum.");
  await expect(byte(lab, 24)).toHaveAccessibleName(/wrong, 0x3329 is due/);
  await byte(lab, 46).click();
  await expectNothing(page, "[data-lab]");
});
