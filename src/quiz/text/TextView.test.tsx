// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it } from "vitest";
import { triesOf } from "#progress/tries.ts";
import { sampleText } from "../items.fixture.ts";
import { mount } from "../player.fixture.tsx";

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const open = async () => {
  const player = await mount(sampleText);
  const field = () => {
    const input = player.find("input[type=text]");
    if (!(input instanceof HTMLInputElement)) throw new Error("there is no field");
    return input;
  };
  return { ...player, field };
};

it.each([
  ["", "Not yet: type a word or two."],
  ["  ", "Not yet: type a word or two."],
  ["The Port", "Not yet: which kind of port?"],
  ["ephemral port", "Not yet: that is one letter off. Look at its spelling."],
])("says not yet to %j, keeps it, and counts no try", async (typed, said) => {
  const { type, choose, press, status, field, progress } = await open();
  await type(typed);
  await choose("sure");
  await press();
  expect(status()).toBe(said);
  expect(field().value).toBe(typed);
  expect(triesOf(progress.read(), "sample-text", "h1")).toEqual([]);
});

it("has a note for a likely answer and another for any other, and then says the answer", async () => {
  const { type, choose, press, status, find, place } = await open();
  await type("A socket");
  await choose("sure");
  await press();
  expect(status()).toContain("≠ Not right.");
  expect(place.textContent).toContain("Not A socket.");
  expect(place.textContent).toContain("on sockets.");
  expect(find(".quiz-key")).toBeNull();
  await type("socket");
  await press();
  expect(status()).toContain("Not yet: you have tried that answer");
  await type("apples");
  await press();
  expect(find(".quiz-key")?.textContent).toContain("It is ephemeral port.");
});

it("does not spend the second try on the same answer in other words of case and hyphen", async () => {
  const { type, choose, press, status } = await open();
  await type("some-socket");
  await choose("sure");
  await press();
  await type("SOME SOCKET");
  await press();
  expect(status()).toContain("Not yet: you have tried that answer");
});

it("takes each form that a pattern has, by the Enter key, and keeps what was typed", async () => {
  const { type, choose, field, status, progress } = await open();
  await type(" the Ephemeral-Port ");
  await choose("fairly");
  await act(() => {
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  expect(status()).toContain("= Right.");
  expect(field().readOnly).toBe(true);
  expect(triesOf(progress.read(), "sample-text", "h1").at(-1)?.chosen).toEqual([
    " the Ephemeral-Port ",
  ]);
});
