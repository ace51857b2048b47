import { createHighlighter } from "shiki";
import { expect, test } from "vitest";
import { codeBlocks } from "./code-blocks.ts";

const highlighter = await createHighlighter({ langs: ["js"], themes: ["vitesse-light"] });

const draw = (code: string, meta: string): string =>
  highlighter.codeToHtml(code, {
    ...{ lang: "js", theme: "vitesse-light", meta: { __raw: meta } },
    transformers: [codeBlocks],
  });

test("a title is kept for the style sheet, and no block is a tab stop", () => {
  const html = draw("emit();", 'title="server.mjs" runnable="a" file="server.mjs"');
  expect(html).toContain('data-title="server.mjs"');
  expect(html).not.toContain("tabindex");
});

test("a hidden block leaves nothing of its code on the page", () => {
  expect(draw("secret();", 'runnable="a" file="check.mjs" hidden')).toBe("<pre hidden></pre>");
});
