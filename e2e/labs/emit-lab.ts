import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { Lab } from "../lab.ts";

/** The emit lab as a reader uses it. */
export class EmitLab extends Lab {
  constructor(page: Page, preset?: string) {
    super(page, "emit", preset);
  }

  /** Opens the lab on its own page and waits until its bench is open. */
  static async open(page: Page, address = "/labs/emit/"): Promise<EmitLab> {
    const lab = new EmitLab(page);
    await page.goto(address);
    await lab.isLive();
    return lab;
  }

  async isLive(): Promise<void> {
    await expect(this.root).toHaveAttribute("data-state", "live");
  }

  get pageCall(): Locator {
    return this.root.getByRole("combobox", { name: /page calls$/ });
  }

  get serverCall(): Locator {
    return this.root.getByRole("combobox", { name: /^The server/ });
  }

  get event(): Locator {
    return this.root.getByRole("textbox", { name: "Event" });
  }

  get payload(): Locator {
    return this.root.getByRole("textbox", { name: "Payload, as JSON" });
  }

  get results(): Locator {
    return this.root.getByRole("table", { name: /^What you said, and what happened/ });
  }

  /** A switch of the table of clients. */
  switch(label: string): Locator {
    return this.root.getByRole("checkbox", { name: label });
  }

  radio(label: string): Locator {
    return this.root.getByRole("radio", { name: label, exact: true });
  }

  /** The row of a client, or of the callback, in the table of what happened. */
  row(who: string): Locator {
    const head = this.page.getByRole("rowheader", { name: who, exact: true });
    return this.results.getByRole("row").filter({ has: head });
  }

  /** Says who will get the event. */
  async predict(receivers: readonly string[]): Promise<void> {
    const group = this.root.getByRole("group", { name: "You say: who will get it?" });
    const names = receivers.length === 0 ? ["nobody"] : receivers;
    for (const name of names) await group.getByRole("checkbox", { name, exact: true }).check();
  }

  /** The line of code of a side, when it is lit. */
  litLine(side: string): Locator {
    return this.root.locator('[aria-current="step"]').filter({ hasText: side });
  }
}
