import { expect, it } from "vitest";
import { localDayOf, noonOf } from "./days.ts";

const dayAt = (...date: [number, number, number, number?, number?]) =>
  localDayOf(new Date(...date).getTime());

it("begins at four in the morning of the device", () => {
  const day = dayAt(2026, 10, 24, 12);
  expect(dayAt(2026, 10, 24, 4, 0)).toBe(day);
  expect(dayAt(2026, 10, 25, 3, 59)).toBe(day);
  expect(dayAt(2026, 10, 24, 3, 59)).toBe(day - 1);
  expect(dayAt(2026, 10, 25, 4, 0)).toBe(day + 1);
});

it("grows by one each day of the year, and is shown by its own date", () => {
  const first = dayAt(2026, 0, 1, 12);
  for (let passed = 0; passed < 366; passed += 1) {
    const noon = new Date(2026, 0, 1 + passed, 12);
    expect(localDayOf(noon.getTime())).toBe(first + passed);
    expect(noonOf(first + passed)).toEqual(noon);
  }
});
