import { expect, it } from "vitest";
import { renderInline } from "./render-inline.ts";

it("renders code, emphasis and links without a paragraph around them", () => {
  expect(renderInline("`to` is *not* [a room](/lessons/rooms/)")).toBe(
    '<code>to</code> is <em>not</em> <a href="/lessons/rooms/">a room</a>',
  );
});

it("escapes raw HTML and drops links that run code", () => {
  expect(renderInline("<b>x</b>")).toBe("&lt;b&gt;x&lt;/b&gt;");
  expect(renderInline("[x](javascript:alert)")).toBe('<a href="">x</a>');
});

it("leaves what looks like a list, a heading or a quotation as text", () => {
  for (const text of ["1. Ann", "# red", "- Bob", "    indented"]) {
    expect(renderInline(text)).toBe(text.trim());
  }
});

it("breaks the line at a blank line", () => {
  expect(renderInline("one\n\ntwo")).toBe("one<br /><br />two");
});
