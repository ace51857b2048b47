import type { Rule } from "../content.ts";
import { filePages } from "../pages.ts";

/** Each image says in words what it shows. */
export const imagesHaveText: Rule = (content) =>
  filePages(content).flatMap(({ file, page }) =>
    page.images
      .filter(({ alt }) => !alt?.trim())
      .map(({ line, text }) => ({
        file,
        line,
        expected: "a text that says what the image shows",
        found: `none for ${text}`,
        mend: "Write it as ![text](image), or as the attribute alt.",
      })),
  );
