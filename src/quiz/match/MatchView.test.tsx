// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { triesOf } from "#progress/tries.ts";
import type { MatchItem } from "../item.ts";
import { sampleMatch } from "../items.fixture.ts";
import { mount } from "../player.fixture.tsx";

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it("says not yet while a side is open, and when one is chosen twice", async () => {
  const { select, press, status } = await mount(sampleMatch);
  await select("Text", "one");
  await press();
  expect(status()).toBe("Not yet: choose for each; 1 is open.");
  await select("Close", "one");
  await press();
  expect(status()).toBe("Not yet: “opcode 1” is chosen twice, and each belongs once.");
});

it("marks each pair with a note of its own, without the key", async () => {
  const { select, choose, press, status, place, find } = await mount(sampleMatch);
  await select("Text", "one");
  await select("Close", "nine");
  await choose("sure");
  await press();
  expect(status()).toContain("≠ Not right: 1 of 2 pairs is.");
  const rows = [...place.querySelectorAll<HTMLElement>(".quiz-match > li")];
  expect(rows.map((row) => row.dataset.part)).toEqual(["right", "wrong"]);
  expect(rows[0]?.textContent).toContain("Text is 1.");
  expect(rows[1]?.textContent).toContain("Not “opcode 9”. A ping keeps the connection open.");
  expect(find(".quiz-pair-key")).toBeNull();
});

it("says what a wrong side would mean where no pair is named", async () => {
  const { select, choose, press, place } = await mount(sampleMatch);
  await select("Text", "nine");
  await select("Close", "one");
  await choose("guess");
  await press();
  expect(place.textContent).toContain("Not “opcode 9”. 9 is a ping.");
  expect(place.textContent).toContain("Not “opcode 1”. 1 carries text.");
});

it("keeps a note true while the reader chooses anew, and shows the key in the end", async () => {
  const { select, choose, press, place, find, progress } = await mount(sampleMatch);
  await select("Text", "one");
  await select("Close", "nine");
  await choose("sure");
  await press();
  await select("Close", "one");
  expect(place.textContent).toContain("Not “opcode 9”.");
  await select("Text", "eight");
  await press();
  expect(find(".quiz-pair-key")?.textContent).toContain("It belongs to “opcode 1”.");
  expect(find("select:not(:disabled)")).toBeNull();
  expect(triesOf(progress.read(), "sample-match", "h1").at(-1)?.chosen).toEqual([
    "close=one",
    "text=eight",
  ]);
});

it("lets one side belong twice when the item says so", async () => {
  const item = sampleMatch as MatchItem;
  const left = item.left.map((each) => ({ ...each, right: "one" }));
  const { select, choose, press, status } = await mount({ ...item, left, repeats: true });
  await select("Text", "one");
  await select("Close", "one");
  await choose("sure");
  await press();
  expect(status()).toContain("= Right.");
});
