import type { Locator, Page } from "@playwright/test";
import { expectNothing } from "../axe.ts";
import { expect, test } from "../fixtures.ts";
import { forgetBench } from "../forget-bench.ts";
import { Lab } from "../lab.ts";
import { checkLab } from "../lab-checks.ts";
import { sample } from "../sample.ts";

checkLab({
  id: "socket-life",
  press: "Run",
  says: "The table: L1 LISTEN, C1 ESTABLISHED, S1 ESTABLISHED.",
  draws: /ESTABLISHED C1, S1/,
});

/** The lab on sockets as a reader uses it. */
class SocketLifeLab extends Lab {
  static async open(page: Page, preset: string): Promise<SocketLifeLab> {
    const lab = new SocketLifeLab(page, "socket-life");
    await page.goto(`/labs/socket-life/?preset=${preset}`);
    await expect(lab.root).toHaveAttribute("data-state", "live");
    return lab;
  }

  get table(): Locator {
    return this.root.getByRole("table", { name: /^The kernel’s own table/ });
  }

  /** Cells of one socket's row: state, port, peer's port, Recv-Q, Send-Q, inode. */
  async row(socket: string): Promise<string[]> {
    const head = this.page.getByRole("rowheader", { name: socket, exact: true });
    return this.table.getByRole("row").filter({ has: head }).getByRole("cell").allTextContents();
  }

  /** Shows the table as it was after this call. */
  async after(call: string): Promise<void> {
    await this.root
      .getByRole("button", { name: new RegExp(`^${call}\\b`) })
      .last()
      .click();
  }
}

interface Shown {
  preset: string;
  says: RegExp;
  /** States by socket, as the kernel's rows have them, after the call named before them. */
  rows?: Record<string, Record<string, string>>;
  /** What is said of an error. */
  error?: string;
}

const outcomes: readonly Shown[] = [
  {
    preset: "half-close",
    says: /C1 FIN-WAIT-2, S1 CLOSE-WAIT/,
    rows: { "C1 shutdown": { L1: "LISTEN", C1: "FIN-WAIT-2", S1: "CLOSE-WAIT" } },
  },
  { preset: "time-wait", says: /C1 TIME-WAIT/, rows: { "S1 close": { C1: "TIME-WAIT" } } },
  { preset: "server-first", says: /L2 LISTEN, S1 TIME-WAIT/ },
  { preset: "refused", says: /connect on C1 gave ECONNREFUSED/, error: "no program listens" },
  {
    preset: "reset",
    says: /recv on C1 gave ECONNRESET/,
    rows: { "L1 accept": { C1: "ESTABLISHED", S1: "ESTABLISHED" } },
    error: "ended the connection with a reset",
  },
  { preset: "unread", says: /recv on C1 gave ECONNRESET/ },
  {
    preset: "in-use",
    says: /listen on L2 gave EADDRINUSE\. bind on L2 gave EADDRINUSE/,
    error: "already listens",
  },
  {
    preset: "epipe",
    says: /^send on C1 gave EPIPE\./,
    rows: { "S1 close": { C1: "CLOSE-WAIT", S1: "FIN-WAIT-2" } },
    error: "can send no more",
  },
  { preset: "closed", says: /ERR_STREAM_DESTROYED/, error: "did not ask the kernel" },
];

test("each preset shows the kernel’s rows and the system’s errors", async ({ page }) => {
  test.slow();
  for (const { preset, says, rows = {}, error } of sample(5, outcomes)) {
    await test.step(preset, async () => {
      await forgetBench(page);
      const lab = await SocketLifeLab.open(page, preset);
      await lab.run("Run");
      await expect(lab.status).toHaveText(says);
      for (const [call, states] of Object.entries(rows)) {
        await lab.after(call);
        for (const [socket, state] of Object.entries(states))
          expect((await lab.row(socket))[0]).toBe(state);
      }
      if (error) await expect(lab.root.getByRole("definition")).toContainText([error]);
    });
  }
});

test("backlog: the kernel completes two connections that nobody accepts, and no more", async ({
  page,
}) => {
  const lab = await SocketLifeLab.open(page, "backlog");
  await lab.root.getByLabel(/^You say/).selectOption("2");
  await lab.run("Run");
  await expect(lab.status).toContainText("Your prediction was right.");
  expect((await lab.row("L1"))[3]).toBe("2");
  for (const socket of ["S1", "S2"]) {
    const [state, , , , , inode] = await lab.row(socket);
    expect([state, inode]).toEqual(["ESTABLISHED", "0"]);
  }
  for (const socket of ["C3", "C4"]) expect((await lab.row(socket))[0]).toBe("SYN-SENT");
});

test("one accept for each press: one connection less waits", async ({ page }) => {
  const lab = await SocketLifeLab.open(page, "one-accept");
  const next = lab.button("One call");
  const waiting = async () => (await lab.row("L1"))[3];
  for (const queue of ["0", "1", "2", "3", "2", "1"]) {
    if (queue === "0") await next.click();
    await expect(next).toBeEnabled();
    await next.click();
    await expect.poll(waiting).toBe(queue);
  }
  expect((await lab.row("S3"))[5]).toBe("0");
  await lab.run("One call");
  expect((await lab.row("S3"))[5]).not.toBe("0");
});

test("three connections have the server’s port in common, and differ in the client’s", async ({
  page,
}) => {
  const lab = await SocketLifeLab.open(page, "three-connections");
  await lab.run("Run");
  const [, port] = await lab.row("L1");
  const own = await Promise.all(["S1", "S2", "S3"].map((socket) => lab.row(socket)));
  expect(own.map(([, local]) => local)).toEqual([port, port, port]);
  expect(new Set(own.map(([, , remote]) => remote)).size).toBe(3);
});

test("by hand a reader makes any call, and is told why one cannot be made", async ({ page }) => {
  const lab = await SocketLifeLab.open(page, "listen-connect");
  await lab.root.getByLabel("What happens").selectOption("by-hand");
  const hand = lab.root.getByRole("group", { name: /^By hand/ });
  const press = async (socket: string, call: string) => {
    await hand.getByLabel("Socket").selectOption(socket);
    await hand.getByRole("button", { name: call, exact: true }).click();
    await expect(hand).toBeEnabled();
  };
  await lab.button("Run").click();
  await expect(hand).toBeEnabled();
  await press("C1", "connect");
  await expect(lab.problems).toContainText("has not bound a port yet");
  await press("L1", "bind");
  await press("C1", "connect");
  await expect(lab.status).toContainText("connect on C1 gave ECONNREFUSED");
  await press("L1", "listen");
  await press("C1", "connect");
  await expect.poll(async () => (await lab.row("C1"))[0]).toBe("ESTABLISHED");
  await lab.run("End the run");
  await expect(lab.root).toHaveAttribute("data-provenance", "observed");
});

test("nothing in the lab hinders assistive technology", async ({ page }) => {
  const lab = await SocketLifeLab.open(page, "half-close");
  await lab.run("Run");
  await expectNothing(page, '[data-lab="socket-life"]');
});
