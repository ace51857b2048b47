import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { Lab } from "../lab.ts";

/** The upgrade lab as a reader uses it. */
export class UpgradeLab extends Lab {
  constructor(page: Page, preset?: string) {
    super(page, "upgrade", preset);
  }

  /** Opens the lab on its own page with a preset and waits until its bench is open. */
  static async open(page: Page, preset = "default"): Promise<UpgradeLab> {
    const lab = new UpgradeLab(page);
    await page.goto(`/labs/upgrade/?preset=${preset}`);
    await expect(lab.root).toHaveAttribute("data-state", "live");
    return lab;
  }

  /** One of the answers to a question, before the run. */
  said(question: string, answer: string): Locator {
    const group = this.root.getByRole("group", { name: question });
    return group.getByRole("radio", { name: answer, exact: true });
  }

  /** The row of a question in the table of what happened. */
  row(question: string): Locator {
    const head = this.page.getByRole("rowheader", { name: question, exact: true });
    return this.root.getByRole("row").filter({ has: head });
  }

  /** Each step of the run, with its reason. */
  get steps(): Locator {
    return this.root.getByRole("list", { name: "Step by step" }).getByRole("listitem");
  }

  /** The steps as text, each in one line. */
  async stepTexts(): Promise<string[]> {
    const texts = await this.steps.allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, " "));
  }
}
