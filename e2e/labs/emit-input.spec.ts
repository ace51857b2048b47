import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { refusalMessages } from "../outage-messages.ts";
import { EmitLab } from "./emit-lab.ts";

interface BadInput {
  field: "event" | "payload";
  /** What the reader types. */
  text: string;
  says: string;
}

const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

const badInputs: Record<string, BadInput> = {
  "not JSON": { field: "payload", text: "{ n: 1 }", says: "This is not JSON." },
  "cut-off JSON": { field: "payload", text: '{ "n": ', says: "This is not JSON." },
  "too deep": { field: "payload", text: deep(9), says: "nested more than 8 levels deep" },
  "too deep for the parser": {
    field: "payload",
    text: deep(1990),
    says: "nested more than 8 levels deep",
  },
  "too long": {
    field: "payload",
    text: `"${"x".repeat(4000)}"`,
    says: "This payload has 4002 characters; 4000 are allowed here.",
  },
  "no name": { field: "event", text: "", says: "The event has no name." },
  "a very long name": {
    field: "event",
    text: "n".repeat(65),
    says: "This name has 65 characters; 64 are allowed here.",
  },
  ...Object.fromEntries(
    [
      "connect",
      "connect_error",
      "disconnect",
      "disconnecting",
      "newListener",
      "removeListener",
    ].map((name) => [
      `the reserved name ${name}`,
      { field: "event" as const, text: name, says: `Socket.IO keeps the name ${name} for itself` },
    ]),
  ),
};

/** What the page sends, apart from heartbeats and the reading of the server's clock. */
function watchSent(page: Page): string[] {
  const sent: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      const text = String(payload);
      if (text.startsWith("42") && !text.includes("bench-clock")) sent.push(text);
    });
  });
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.postData() ?? request.url());
  });
  return sent;
}

test("what cannot be sent is named, kept, and not sent", async ({ page }) => {
  const sent = watchSent(page);
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.run("Emit");
  await expect.poll(() => sent.join(" ")).toContain("news");
  for (const [kind, { field, text, says }] of Object.entries(badInputs)) {
    await test.step(kind, async () => {
      await lab.button("Reset").click();
      sent.length = 0;
      await lab[field].fill(text);
      await expect(lab[field]).toHaveAttribute("aria-invalid", "true");
      await expect(lab[field]).toHaveAccessibleDescription(new RegExp(says));
      await lab.button("Emit").click();
      await expect(lab.problems).toContainText(says);
      await expect(lab[field]).toHaveValue(text);
      await expect(lab.status).toHaveText("");
      expect(sent).toEqual([]);
    });
  }
  await lab.event.fill("news");
  await lab.run("Emit");
  await expect(lab.problems).toHaveCount(0);
});

test("names and data that look dangerous travel like any other", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  for (const name of ["__proto__", "constructor", "error", "message", "ping", " "]) {
    await test.step(name, async () => {
      await lab.event.fill(name);
      await lab.payload.fill('{ "__proto__": { "polluted": true } }');
      await lab.run("Emit");
      await expect(lab.row("Cem")).toContainText("received after");
    });
  }
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
});

test("an event without data is sent as such", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.payload.fill("");
  await lab.run("Emit");
  await expect(lab.row("Bob")).toContainText("received after");
  await expect(lab.litLine("Ann’s page")).toContainText("undefined");
});

test("a bench above the limit is refused in a sentence, and the other one goes on", async ({
  openPage,
  startServer,
  trouble,
}) => {
  for (const message of refusalMessages) trouble.expect(message);
  const { url } = await startServer({ LIMIT_BENCHES_PER_ADDRESS: "1" });
  const first = await EmitLab.open(await openPage(), `${url}/labs/emit/`);
  const page = await openPage();
  const second = new EmitLab(page);
  await page.goto(`${url}/labs/emit/`);
  await expect(second.problems.first()).toContainText("There is no room for more here");
  await expect(second.problems.first()).toContainText("Close another lab or tab, then try again.");
  await expect(second.root).toHaveAttribute("data-state", "lost");
  await first.run("Emit");
  await expect(first.status).toHaveText("Ann emitted news: nobody received it.");
});

test("a flood of events is turned away, and the lab says whose word that was", async ({
  page,
  startServer,
}) => {
  const { url } = await startServer({ LIMIT_EVENTS_PER_SECOND: "1" });
  const lab = await EmitLab.open(page, `${url}/labs/emit/?preset=io-emit`);
  await expect(async () => {
    // In the page: between two clicks from here a slow machine lets the second pass.
    await lab.button("Emit").evaluate(async (button: HTMLButtonElement) => {
      for (let times = 0; times < 4; times += 1) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    await expect(lab.row("Bob")).toContainText("The server turned Ann's event away", {
      timeout: 2000,
    });
  }).toPass();
});

test("a flood of commands is refused in a sentence, and ends by itself", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await lab.button("Invite a second device as Dee").evaluate((button: HTMLButtonElement) => {
    for (let times = 0; times < 40; times += 1) button.click();
  });
  await expect(lab.problems).toContainText("That was too many requests in a short time.");
  await expect(lab.problems).toContainText("Wait a second, then try again.");
  await expect(async () => {
    await lab.button("Emit").click();
    await expect(lab.problems).toHaveCount(0);
    await expect(lab.row("Cem")).toContainText("received after", { timeout: 1000 });
  }).toPass();
});

test("a page that is older than the server is told to reload", async ({ page, trouble }) => {
  for (const message of refusalMessages) trouble.expect(message);
  // To the browser, a page that the test itself hands out comes from the internet.
  trouble.expect(/ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS/);
  await page.route("**/labs/emit/", async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const older = html.replace(/(name="wirebook-build" content=")[^"]*/, "$1older");
    await route.fulfill({ response: answer, body: older });
  });
  const lab = new EmitLab(page);
  await page.goto("/labs/emit/");
  await expect(lab.problems.first()).toContainText("This page is older than the server.");
  await expect(lab.problems.first()).toContainText("Reload the page; your settings are kept.");
  await page.unroute("**/labs/emit/");
  await page.reload();
  await lab.isLive();
  await expect(lab.problems).toHaveCount(0);
});
