import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { focusByTab } from "../focus-by-tab.ts";
import { Lab } from "../lab.ts";

const captures = join(import.meta.dirname, "../../src/wire/fixtures/captures");
const capture = (name: string): Buffer => readFileSync(join(captures, name));

const open = async (page: Lab["page"], address = "/labs/capture/"): Promise<Lab> => {
  const lab = new Lab(page, "capture");
  await page.goto(address);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
};

const packets = (lab: Lab) => lab.root.getByRole("listbox", { name: "Packets" });
const rows = (lab: Lab) => packets(lab).getByRole("option");
const row = (lab: Lab, text: RegExp | string) => rows(lab).filter({ hasText: text });
const packet = (lab: Lab, number: number) =>
  lab.root.getByRole("region", { name: `Packet ${number}`, exact: true });
const conversation = (lab: Lab) => lab.root.getByRole("region", { name: /^Conversation: / });

const choose = (lab: Lab, name: string, buffer: Buffer) =>
  lab.root
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

test("the sample is opened, and says that it was recorded", async ({ page }) => {
  const lab = await open(page);
  const run = await lab.run("Open the sample");
  expect(run).toMatchObject({ lab: "capture", preset: "socket-io" });
  await expect(lab.status).toHaveText(
    "A Socket.IO client that upgrades to WebSocket: 82 packets in 1.196 s, 4 TCP connections.",
  );
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(rows(lab).first()).toContainText("handshake");
  await expectNothing(page, '[data-lab="capture"]');
});

test("a capture of a browser talking to a Socket.IO server shows handshake, upgrade and events", async ({
  page,
}) => {
  const lab = await open(page);
  await choose(lab, "mine.pcap", capture("socketio-upgrade.pcap"));
  await expect(lab.status).toHaveText(/^mine\.pcap: 82 packets/);
  await expect(row(lab, "handshake").first()).toContainText(/SYN/);
  const filter = lab.root.getByRole("form", { name: "Filter" });
  await filter.getByRole("textbox", { name: "Text" }).fill("Switching Protocols");
  await filter.getByRole("button", { name: "Filter" }).click();
  await expect(rows(lab)).toHaveText([/HTTP101 Switching Protocols/]);
  await filter.getByRole("button", { name: "Show all" }).click();
  await filter.getByRole("combobox", { name: "Protocol" }).selectOption("socket.io");
  await filter.getByRole("button", { name: "Filter" }).click();
  await expect(row(lab, '420["hello","wörld"]')).toHaveCount(1);
  await row(lab, '420["hello","wörld"]').click();
  await lab.root.getByRole("radio", { name: "The message that ends in it" }).check();
  const tree = lab.root.getByRole("group", { name: /^Fields: Message/ });
  await expect(tree.getByRole("button", { name: /^event name hello/ })).toBeVisible();
  await expect(
    conversation(lab).getByRole("button", { name: /Socket\.IO .*hello/ }),
  ).toHaveAttribute("aria-pressed", "true");
});

test("byte and field light up together", async ({ page }) => {
  const lab = await open(page, "/labs/capture/?preset=dns");
  await lab.run("Open the sample");
  const tree = lab.root.getByRole("group", { name: "Fields: Packet 1" });
  await tree.getByRole("button", { name: /^question name/ }).click();
  await page.mouse.move(0, 0);
  await expect(lab.root.getByRole("gridcell", { selected: true })).toHaveCount(18);
  await lab.root.getByRole("gridcell", { name: /^byte 22,/ }).click();
  await expect(tree.getByRole("button", { name: /^time to live/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("it is used by keys alone", async ({ page }) => {
  const lab = await open(page);
  await focusByTab(lab.button("Open the sample"));
  await page.keyboard.press("Enter");
  await expect(packets(lab)).toBeVisible();
  await focusByTab(packets(lab));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(packet(lab, 3)).toBeVisible();
  await page.keyboard.press("End");
  await expect(packet(lab, 82)).toBeVisible();
  await expect(rows(lab).and(lab.root.locator("[aria-selected=true]"))).toHaveAttribute(
    "aria-posinset",
    "82",
  );
  await page.keyboard.press("Home");
  await expect(packet(lab, 1)).toBeVisible();
});

test("only one conversation is listed, and all again", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Open the sample");
  await lab.button("Only TCP connection 1").click();
  await expect(lab.status).toHaveText(/^\d+ packets listed\. /);
  await lab.button("Only TCP connection 1").click();
  await expect(lab.status).toHaveText(/^A Socket\.IO client/);
});

const presets = {
  handshake: /29 packets .* 1 TCP connection\./,
  http: /53 packets .* 2 TCP connections\./,
  websocket: /154 packets .* 1 TCP connection\./,
  dns: /84 packets .* 3 TCP connections\./,
  arp: /19 packets .* 0 TCP connections\./,
  fragments: /21 packets .* 0 TCP connections\./,
  retransmission: /89 packets .* 1 TCP connection\./,
};

for (const [preset, says] of Object.entries(presets))
  test(`sample ${preset} is listed`, async ({ page }) => {
    const lab = await open(page, `/labs/capture/?preset=${preset}`);
    await lab.run("Open the sample");
    await expect(lab.status).toHaveText(says);
    await expect(rows(lab).first()).toContainText("0.000000");
  });

const refused = {
  "letter.txt": [Buffer.from("This is a letter."), /is no capture.*tcpdump -w/],
  "empty.pcap": [Buffer.alloc(0), /is empty/],
  "mine.pcap.gz": [gzipSync(Buffer.alloc(100)), /compressed by gzip.*gunzip/],
} as const;

for (const [name, [buffer, says]] of Object.entries(refused))
  test(`${name} is refused, with what to do`, async ({ page }) => {
    const lab = await open(page);
    await choose(lab, name, buffer);
    await expect(lab.problems).toHaveText(says);
    await lab.run("Open the sample");
    await expect(lab.problems).toHaveCount(0);
  });

test("a file that ends early, and a link type without a table, are shown as far as they go", async ({
  page,
}) => {
  const lab = await open(page);
  await choose(lab, "cut.pcap", capture("http.pcap").subarray(0, 5000));
  await expect(lab.status).toHaveText(/The file ends inside .* is listed\.$/);
  const other = Buffer.from(capture("arp.pcap"));
  other.writeUInt32LE(195, 20);
  await choose(lab, "zigbee.pcap", other);
  await expect(lab.status).toHaveText(/link type 195, which has no table here/);
  await expect(rows(lab).first()).toContainText("data");
});

test("a file that is dropped is opened", async ({ page }) => {
  const lab = await open(page);
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(bytes)], "dropped.pcap"));
      return carried;
    },
    [...capture("arp.pcap")],
  );
  await lab.root.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(lab.status).toHaveText(/^dropped\.pcap: 19 packets/);
});

test("nothing of a file is sent, and none is needed to be", async ({ page, context }) => {
  const lab = await open(page);
  // Once its worker is there, it needs no connection.
  await lab.run("Open the sample");
  await context.setOffline(true);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await lab.button("Only TCP connection 1").click();
  await row(lab, "handshake").last().click();
  await expect(lab.root.getByRole("region", { name: /^Packet / })).toBeVisible();
  expect(sent.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("it keeps still for readers who ask for reduced motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const lab = await open(page);
  await lab.run("Open the sample");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

/** The same packets over and over, as a file of so many bytes. */
function repeated(name: string, sizeBytes: number): Buffer {
  const file = capture(name);
  const body = file.subarray(24);
  const times = Math.ceil(sizeBytes / body.length);
  return Buffer.concat([file.subarray(0, 24), ...Array<Buffer>(times).fill(body)]);
}

test("@long 40 MB are listed to the last packet, and reading them can be ended", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const lab = await open(page);
  const buffer = repeated("http.pcap", 40_000_000);
  await choose(lab, "large.pcap", buffer);
  await lab.button("Cancel").click();
  await expect(lab.root.getByRole("progressbar")).toHaveCount(0);
  await choose(lab, "large.pcap", buffer);
  await expect(packets(lab)).toBeVisible({ timeout: 60_000 });
  await packets(lab).focus();
  await page.keyboard.press("End");
  await expect(rows(lab).last()).toContainText(/^\d{5,}/);
});
