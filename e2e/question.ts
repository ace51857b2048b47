import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** A question on a page, wherever it stands. */
export const questionOf = (page: Page, id: string): Locator => page.locator(`[data-item="${id}"]`);

/** Brings a question into view and waits until it can be played. */
export async function awake(page: Page, id: string): Promise<Locator> {
  const question = questionOf(page, id);
  await question.scrollIntoViewIfNeeded();
  await expect(question).toHaveAttribute("data-awake", "true");
  return question;
}

/** What it says of the last answer. */
export const statusOf = (question: Locator): Locator => question.getByRole("status");

/** Says how sure the reader is, which is asked before each check. */
export const beSure = (question: Locator, sure = "sure"): Promise<void> =>
  question.getByRole("radio", { name: sure, exact: true }).check();

export const check = (question: Locator): Promise<void> =>
  question.getByRole("button", { name: "Check", exact: true }).click();

/** Chooses an option, says how sure the reader is, and checks it. */
export async function answer(question: Locator, option: RegExp, sure: string): Promise<void> {
  await question.getByRole("radio", { name: option }).check();
  await beSure(question, sure);
  await check(question);
}
