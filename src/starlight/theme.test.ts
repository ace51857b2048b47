import { expect, test } from "vitest";
import { nextTheme, shownTheme } from "./theme.ts";

test.each([true, false])(
  "the first press changes what is seen, three lead back (light: %s)",
  (isLight) => {
    const first = nextTheme("auto", isLight);
    expect(shownTheme(first, isLight)).not.toBe(shownTheme("auto", isLight));
    const second = nextTheme(first, isLight);
    expect(new Set(["auto", first, second]).size).toBe(3);
    expect(nextTheme(second, isLight)).toBe("auto");
  },
);

test("auto follows the system and a choice does not", () => {
  expect(shownTheme("auto", true)).toBe("light");
  expect(shownTheme("dark", true)).toBe("dark");
});
