import { createCssVariablesTheme, createHighlighter } from "shiki";
import { expect, test } from "vitest";
import { codeBlocks } from "./code-blocks.ts";

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });
const highlighter = await createHighlighter({ langs: ["js"], themes: [theme] });

const draw = (code: string, meta: string): string =>
  highlighter.codeToHtml(code, {
    ...{ lang: "js", theme, meta: { __raw: meta } },
    transformers: [codeBlocks],
  });

test("a title is kept for the style sheet, and no block is a tab stop", () => {
  const html = draw("emit();", 'title="server.mjs" runnable="a" file="server.mjs"');
  expect(html).toContain('data-title="server.mjs"');
  expect(html).not.toContain("tabindex");
});

test("a file of a program has an anchor, other code has none", () => {
  expect(draw("emit();", 'runnable="a" file="server.mjs"')).toContain('id="a-server-mjs"');
  expect(draw("emit();", 'title="server.mjs"')).not.toContain("id=");
});

test("a hidden block leaves nothing of its code on the page", () => {
  expect(draw("secret();", 'runnable="a" file="check.mjs" hidden')).toBe("<pre hidden></pre>");
});

test("tokens have their look by a class, and plain ones need no element", () => {
  const html = draw('const name = "Ann"; // her', "");
  expect(html).toContain('<span class="code-quiet">const</span>');
  expect(html).toContain('<span class="code-tint"> "Ann"</span>');
  expect(html).toContain('<span class="code-faint">// her</span>');
  expect(html).not.toContain("style=");
  expect(html.replace(/<[^>]*>/g, "")).toBe('const name = "Ann"; // her');
});
