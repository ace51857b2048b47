// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it } from "vitest";
import { triesOf } from "#progress/tries.ts";
import type { OrderItem } from "../item.ts";
import { sampleOrder } from "../items.fixture.ts";
import { mount } from "../player.fixture.tsx";
import { startOrder } from "./orders.ts";

const item = sampleOrder as OrderItem;
const key = item.steps.map((step) => step.id);

const open = async () => {
  const player = await mount(sampleOrder);
  const steps = () => [...player.place.querySelectorAll(".quiz-order > li")];
  const order = () =>
    steps().map((step) => step.textContent?.match(/Step ([a-z]+?)[↑]/)?.[1] ?? "");
  const button = (id: string, name: string) => {
    const step = steps()[order().indexOf(id)];
    const found = step?.querySelector<HTMLElement>(`[aria-label="${name}"]`);
    if (!found) throw new Error(`no button ${name} at ${id}`);
    return found;
  };
  const move = (id: string, name: string) => act(() => button(id, name).click());
  /** Brings the steps into an order with the buttons alone. */
  const sort = async (wanted: readonly string[]) => {
    for (const [place, id] of wanted.entries())
      while (order().indexOf(id) > place) await move(id, "Move up");
  };
  return { ...player, order, button, move, sort };
};

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it("says not yet while no step was moved", async () => {
  const { press, order, status } = await open();
  expect(order()).toEqual(startOrder(item));
  await press();
  expect(status()).toContain("Not yet: this is how the steps were shuffled");
});

it("moves a step by its buttons and keeps the focus on the one that was pressed", async () => {
  const { order, move, button, place } = await open();
  const [first = "", second = ""] = order();
  button(first, "Move down").focus();
  await move(first, "Move down");
  expect(order().slice(0, 2)).toEqual([second, first]);
  expect(document.activeElement).toBe(button(first, "Move down"));
  expect(place.querySelector("[aria-live=polite]")?.textContent).toBe("Now at place 2 of 4.");
});

it("moves a step by the arrow keys, and no further than the end", async () => {
  const { order, button } = await open();
  const last = order().at(-1) ?? "";
  const press = (key: string) =>
    act(() => {
      button(last, "Move up").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  await press("ArrowUp");
  expect(order().indexOf(last)).toBe(2);
  await press("ArrowDown");
  await press("ArrowDown");
  expect(order().indexOf(last)).toBe(3);
  expect(button(last, "Move down").getAttribute("aria-disabled")).toBe("true");
});

it("is right in the right order, says why, and keeps the order", async () => {
  const { sort, choose, press, status, find, progress } = await open();
  await sort(key);
  await choose("sure");
  await press();
  expect(status()).toContain("= Right.");
  expect(find(".quiz-why")).not.toBeNull();
  expect(triesOf(progress.read(), "sample-order", "h1").at(-1)?.chosen).toEqual(key);
});

it("marks what is misplaced without the key, then shows the order", async () => {
  const { sort, choose, press, status, find, place } = await open();
  await sort(["answer", "get", "frame", "close"]);
  await choose("fairly");
  await press();
  expect(status()).toContain("≠ Not right: 3 of 4 steps are in order.");
  expect(find("[data-part=wrong]")?.textContent).toContain("Nobody answers unasked.");
  expect(find(".quiz-key")).toBeNull();
  await press();
  expect(status()).toContain("Not yet: you have tried that answer");
  await sort(["frame", "answer", "get", "close"]);
  await press();
  const shown = [...place.querySelectorAll(".quiz-key li")].map((step) => step.textContent);
  expect(shown).toEqual(key.map((id) => `Step ${id}`));
});

it("moves nothing after the end", async () => {
  const { sort, choose, press, order, move } = await open();
  await sort(key);
  await choose("sure");
  await press();
  await move("close", "Move up");
  expect(order()).toEqual(key);
});
