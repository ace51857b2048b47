import { expect, it } from "vitest";
import { countText, hasWords } from "./entry-filter.ts";

it.each(["", "tcp", "order tcp", "  BYTE ", "client's", '"stream"', "cafe", "half-close"])(
  "finds %j in a text that has its words",
  (words) => {
    const text = "TCP keeps bytes in order; the client’s “stream”, a café, a half‑close.";
    expect(hasWords(text, words)).toBe(true);
  },
);

it.each(["udp", "tcp udp", "bytes.of"])("does not find %j in a text without it", (words) => {
  expect(hasWords("TCP keeps bytes in order.", words)).toBe(false);
});

it("says how many are shown, and what to do when none is", () => {
  expect(countText(3, 9, "terms")).toBe("3 of 9 terms.");
  expect(countText(9, 9, "terms")).toBe("All 9 terms are shown.");
  expect(countText(0, 9, "terms")).toMatch(/^None of the 9 terms .* Try fewer/);
});
