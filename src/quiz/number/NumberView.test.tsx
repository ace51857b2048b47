// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it } from "vitest";
import { triesOf } from "#progress/tries.ts";
import type { NumberItem } from "../item.ts";
import { sampleNumber } from "../items.fixture.ts";
import { mount } from "../player.fixture.tsx";

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const open = async (changes: Partial<NumberItem> = {}) => {
  const player = await mount({ ...(sampleNumber as NumberItem), ...changes });
  const field = () => {
    const input = player.find("input[type=text]");
    if (!(input instanceof HTMLInputElement)) throw new Error("there is no field");
    return input;
  };
  return { ...player, field };
};

it("names its field with the unit", async () => {
  const { place } = await open();
  expect(place.querySelector("label")?.textContent).toBe("Your answer, in bytes");
});

it.each([
  ["", "Not yet: type a number."],
  ["a lot", "Not yet: “a lot” is not read as a number. Type digits, as in 1500."],
  ["1.500", "Not yet: “1.500” can be read in two ways. Write 1500 or 1.5."],
])("says not yet to %j and keeps it", async (typed, said) => {
  const { type, press, status, field } = await open();
  await type(typed);
  await press();
  expect(status()).toBe(said);
  expect(field().value).toBe(typed);
});

it("has a note for a likely number and another for any other, and then says the number", async () => {
  const { type, choose, press, status, find, place } = await open();
  await type("11 bytes");
  await choose("sure");
  await press();
  expect(status()).toContain("≠ Not right.");
  expect(place.textContent).toContain("Not 11 bytes. You forgot the key.");
  expect(find(".quiz-key")).toBeNull();
  await type("11");
  await press();
  expect(status()).toContain("Not yet: you have tried that answer");
  await type("12");
  await press();
  expect(place.textContent).toContain("Not 12. Add up the parts.");
  expect(find(".quiz-key")?.textContent).toContain("It is 15 bytes.");
});

it("is checked by the Enter key, and keeps what was typed", async () => {
  const { type, choose, field, status, progress } = await open();
  await type(" 15 bytes");
  await choose("fairly");
  await act(() => {
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  expect(status()).toContain("= Right.");
  expect(field().readOnly).toBe(true);
  expect(triesOf(progress.read(), "sample-number", "h1").at(-1)?.chosen).toEqual([" 15 bytes"]);
});

it("takes any number of a range", async () => {
  const { type, choose, press, status, find } = await open({
    unit: "s",
    accept: [{ from: 44, to: 46 }],
  });
  await choose("sure");
  for (const typed of ["43.9", "46,1"]) {
    await type(typed);
    await press();
    expect(status()).toContain("≠ Not right.");
  }
  expect(find(".quiz-key")?.textContent).toContain("It is 44 to 46 s.");
  await press();
  await type("44");
  await choose("sure");
  await press();
  expect(status()).toContain("= Right.");
});
