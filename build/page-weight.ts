import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { type PageWeight, weighSite } from "./weigh-site.ts";

/** Bytes, gzip, of HTML, CSS and JavaScript that a page may load before a lab is reached. */
const LESSON_BUDGET_BYTES = 60_000;
/** The landing page's opening figure is a lab that runs at once: its code counts. */
const LANDING_BUDGET_BYTES = 80_000;

const budgetOf = (page: string): number =>
  page === "index.html" ? LANDING_BUDGET_BYTES : LESSON_BUDGET_BYTES;

/** The pages that weigh more than they may, one line each. */
export const pagesOverBudget = (weights: readonly PageWeight[]): string[] =>
  weights
    .filter(({ page, totalBytes }) => totalBytes > budgetOf(page))
    .map(
      ({ page, totalBytes, htmlBytes, cssBytes, jsBytes }) =>
        `${page}: ${totalBytes} bytes (HTML ${htmlBytes}, CSS ${cssBytes}, JS ${jsBytes}), ` +
        `at most ${budgetOf(page)}`,
    );

/** Writes `page-weight.json` beside the built site, and fails the build when a page is too heavy. */
export const pageWeight = (): AstroIntegration => ({
  name: "wirebook:page-weight",
  hooks: {
    "astro:build:done": ({ dir }) => {
      const weights = weighSite(fileURLToPath(dir), { withLabs: ["index.html"] });
      writeFileSync(new URL("../page-weight.json", dir), JSON.stringify(weights, null, 1));
      const tooHeavy = pagesOverBudget(weights);
      if (tooHeavy.length > 0) {
        throw new Error(`Page weight, bytes after gzip:\n${tooHeavy.join("\n")}`);
      }
    },
  },
});
