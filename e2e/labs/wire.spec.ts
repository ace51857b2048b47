import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures.ts";
import { focusByTab } from "../focus-by-tab.ts";
import { forgetBench } from "../forget-bench.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { sample } from "../sample.ts";

checkLab({ id: "wire", press: "Send", says: "WebSocket frame, text: 15 bytes." });

const open = async (page: Lab["page"], address = "/labs/wire/"): Promise<Lab> => {
  const lab = new Lab(page, "wire");
  await page.goto(address);
  await expect(lab.root).toHaveAttribute("data-state", "live");
  return lab;
};

const byte = (lab: Lab, at: number) =>
  lab.root.getByRole("gridcell", { name: new RegExp(`^byte ${at},`) });
const litBytes = (lab: Lab) => lab.root.getByRole("gridcell", { selected: true });

test("a reader says how many bytes, and sees each with its meaning", async ({ page }) => {
  const lab = await open(page);
  await lab.root.getByRole("textbox", { name: /how many bytes/ }).fill("9");
  await lab.run("Send");
  await expect(lab.status).toHaveText("WebSocket frame, text: 15 bytes. You said 9.");
  await expect(lab.root.getByRole("gridcell", { name: /^byte/ })).toHaveCount(15);
  await byte(lab, 3).click();
  await expect(litBytes(lab)).toHaveCount(4);
  await expect(lab.root).toContainText("WebSocket: masking key bytes 2–5");
  const row = lab.root.getByRole("row", { name: /^event name/ });
  await row.getByRole("button", { name: "event name" }).click();
  await page.mouse.move(0, 0);
  await expect(litBytes(lab)).toHaveCount(3);
  await expect(litBytes(lab).first()).toHaveAccessibleName(/^byte 10, .*data: event name/);
});

test("the key is another one each time, and its work is shown", async ({ page }) => {
  const lab = await open(page);
  const key = lab.root.getByRole("row", { name: /^XOR key/ });
  await lab.run("Send");
  await expect(lab.root.getByRole("row", { name: /^= payload/ })).toHaveText(
    "= payload34325b22686579225d",
  );
  const before = await key.textContent();
  await lab.run("Send");
  await expect(key).not.toHaveText(before ?? "");
});

test("bytes are reached by keys alone", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Send");
  await focusByTab(byte(lab, 0));
  await page.keyboard.press("ArrowRight");
  await expect(lab.root).toContainText("WebSocket: MASK");
  await page.keyboard.press("End");
  await expect(byte(lab, 14)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(litBytes(lab)).toHaveCount(2);
});

test("the row of a byte comes into view in the table", async ({ page }) => {
  const lab = await open(page, "/labs/wire/?preset=polling");
  await lab.run("Send");
  const row = lab.root.getByRole("row", { name: /^Accept-Encoding/i });
  const start = lab.root.getByRole("gridcell", { name: /Accept-Encoding/i }).first();
  await lab.root.getByRole("button", { name: /^Show \d+ of/ }).click();
  await page.mouse.move(0, 0);
  await start.focus();
  const table = lab.root.getByRole("group", { name: /^Fields/ });
  await expect.poll(() => table.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(row).toHaveAttribute("data-lit", "");
});

test("the same is sent over polling, and alone over a plain WebSocket", async ({ page }) => {
  const lab = await open(page);
  await lab.root.getByRole("radio", { name: "HTTP polling" }).check();
  await lab.run("Send");
  await expect(lab.status).toHaveText(/^HTTP request, POST: \d{3} bytes\.$/);
  await expect(lab.root).toContainText("Bytes that are struck through were overwritten");
  await lab.root.getByRole("radio", { name: "WebSocket alone" }).check();
  await lab.root.getByRole("textbox", { name: "Text" }).fill("hey");
  await lab.run("Send");
  await expect(lab.status).toHaveText("WebSocket frame, text: 9 bytes.");
});

const endings = {
  ack: "WebSocket frame, text: 16 bytes.",
  binary: "WebSocket frame, text: 47 bytes.",
  long: "WebSocket frame, text: 220 bytes.",
  plain: "WebSocket frame, text: 9 bytes.",
  "plain-close": "WebSocket frame, close: 11 bytes.",
  "server-speaks": "WebSocket frame, text: 11 bytes.",
  opening: "WebSocket frame, text: 15 bytes.",
  "plain-opening": "WebSocket frame, text: 9 bytes.",
  "too-long": "The message is too big: the server closed the connection with code 1009.",
};

test("each preset ends as it should", async ({ page }) => {
  test.slow();
  for (const [preset, says] of sample(5, Object.entries(endings))) {
    await test.step(preset, async () => {
      await forgetBench(page);
      const lab = await open(page, `/labs/wire/?preset=${preset}`);
      await lab.run(preset === "plain-close" ? "Close" : "Send");
      await expect(lab.status).toHaveText(says);
    });
  }
});

test("what cannot be sent is told before it is", async ({ page }) => {
  const lab = await open(page);
  const event = lab.root.getByRole("textbox", { name: "Event" });
  await event.fill("");
  await lab.button("Send").click();
  await expect(lab.problems).toContainText("There is no event to emit: an event has a name.");
  await event.fill("connect");
  await expect(event).toHaveAccessibleDescription(/keeps this name for itself/);
  await event.fill("hey");
  await lab.root.getByRole("combobox", { name: "With it" }).selectOption("bytes");
  const bytes = lab.root.getByRole("textbox", { name: "Bytes", exact: true });
  await bytes.fill("0x1");
  await lab.button("Send").click();
  await expect(lab.problems).toContainText("These are no bytes");
  await expect(bytes).toHaveValue("0x1");
});

test("an empty message over a plain WebSocket is a frame without payload", async ({ page }) => {
  const lab = await open(page, "/labs/wire/?preset=plain");
  await lab.root.getByRole("textbox", { name: "Text" }).fill("");
  await lab.run("Send");
  await expect(lab.status).toHaveText("WebSocket frame, text: 6 bytes.");
});

test("a plain WebSocket that does not open is told, with what to do", async ({ page, trouble }) => {
  trouble.expect(/WebSocket connection to .*\/b\/wire\/.* failed: .* response code: 403/);
  await page.addInitScript(() => {
    // Somebody in between spoils the request, as a proxy may.
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        const isPlain = `${url}`.includes("/b/wire/");
        super(isPlain ? `${url}`.replace(/seat=\w+/, "seat=none") : url, protocols);
      }
    };
  });
  const lab = await open(page, "/labs/wire/?preset=plain-opening");
  await lab.button("Send").click();
  await expect(lab.problems).toContainText("The WebSocket did not open");
  await expect(lab.problems).toContainText("Choose Socket.IO");
  await lab.root.getByRole("radio", { name: "Socket.IO" }).check();
  await lab.run("Send");
  await expect(lab.status).toHaveText("WebSocket frame, text: 15 bytes.");
});

test("a link to a byte opens there, as a recording", async ({ page }) => {
  const lab = new Lab(page, "wire");
  await page.goto("/labs/wire/?preset=event#byte-4");
  await expect(lab.root).toHaveAttribute("data-provenance", "recorded");
  await expect(litBytes(lab)).toHaveCount(4);
  await expect(litBytes(lab).first()).toBeInViewport();
  await expect(lab.root).toContainText("WebSocket: masking key bytes 2–5");
  await page.goto("/labs/wire/?preset=ack#message-1-field-socket.io.ack-id");
  await expect(litBytes(lab)).toHaveAccessibleName(/Socket.IO: ack id/);
});

test("bytes are saved as hex text and as JSON", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Send");
  const [hex] = await Promise.all([
    page.waitForEvent("download"),
    lab.button("Save as hex text").click(),
  ]);
  const text = await readFile(await hex.path(), "utf8");
  expect(text).toMatch(/^# Ann to server: WebSocket frame, text, 15 bytes\n000000 {2}81 89 /);
  const [json] = await Promise.all([
    page.waitForEvent("download"),
    lab.button("Save as JSON").click(),
  ]);
  const [message] = JSON.parse(await readFile(await json.path(), "utf8"));
  expect(message).toMatchObject({ way: "up", kind: "frame" });
  expect(message.bytes).toMatch(/^8189[0-9a-f]{26}$/);
});

test("below the bytes stand the headers of TCP, IP and Ethernet, with the ports that were seen", async ({
  page,
}) => {
  const lab = await open(page);
  await lab.run("Send");
  const below = lab.root.getByRole("region", { name: "Below the message" });
  await expect(below).toContainText(
    "15 bytes and TCP 20, IPv4 20, Ethernet 14: a frame of 69 bytes.",
  );
  const { port } = new URL(page.url());
  await expect(below).toContainText(
    new RegExp(`The ports, \\d+ and ${port}, are those that the server saw`),
  );
  const header = below.getByRole("group", { name: "Header: TCP" });
  await expect(header.getByRole("button", { name: /^destination port/ })).toContainText(port);
  await below.getByRole("radio", { name: "Ethernet" }).check();
  await below.getByRole("button", { name: /^EtherType/ }).click();
  await expect(below).toContainText("bytes 12–13 of the frame");
});

test("the run is saved as a capture", async ({ page }) => {
  const lab = await open(page);
  await lab.run("Send");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    lab.button("Save as pcap").click(),
  ]);
  const capture = await readFile(await file.path());
  expect(capture.subarray(0, 4).toString("hex")).toBe("d4c3b2a1");
  expect(capture.length).toBeGreaterThanOrEqual(24 + 16 + 69);
});
