import type { Page } from "@playwright/test";
import type { Bank } from "../src/progress/bank.ts";
import type { Try } from "../src/progress/format.ts";

/** Where answers are kept; spelled out, since readers' browsers hold it, too. */
export const progressKey = "wirebook:progress";

/** One answer of a test: how it went, and how many days ago. */
export interface Answered {
  right: boolean;
  confidence: Try["confidence"];
  daysAgo?: number;
}

const dayMs = 86_400_000;

const tryOf = ({ right, confidence, daysAgo = 1 }: Answered): Try => ({
  atIso: new Date(Date.now() - daysAgo * dayMs).toISOString(),
  right,
  confidence,
  chosen: ["something"],
});

/** Puts answers into the browser as earlier visits would have left them, and reloads the page. */
export async function haveAnswered(page: Page, answers: Record<string, Answered>): Promise<void> {
  const bank = (await (await page.request.get("/review/bank.json")).json()) as Bank;
  const hashes = new Map(
    bank.lessons.flatMap(({ items }) => items.map(({ id, hash }) => [id, hash] as const)),
  );
  const items = Object.fromEntries(
    Object.entries(answers).map(([id, answered]) => {
      const hash = hashes.get(id);
      if (!hash) throw new Error(`answers = ${id}, a question of the bank`);
      return [id, { hash, tries: [tryOf(answered)] }];
    }),
  );
  await keep(page, JSON.stringify({ format: 1, items }));
}

/** Puts a text where answers are kept, and reloads the page. */
export async function keep(page: Page, text: string): Promise<void> {
  await page.evaluate(
    ([key = "", value = ""]) => localStorage.setItem(key, value),
    [progressKey, text],
  );
  await page.reload();
}

/** What is kept, or null. */
export const kept = (page: Page): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), progressKey);
