// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { sampleChoice } from "./items.fixture.ts";
import { findLabElement, openPreset, placeOf } from "./lab-link.ts";

beforeEach(() => {
  document.body.innerHTML = `
    <section id="first" data-lab="emit"></section>
    <div data-preset="ack"><section id="second" data-lab="emit"></section></div>
    <section id="third" data-lab="emit" data-preset="except"></section>`;
});

it("finds the lab that shows the preset, else any of that lab, else none", () => {
  expect(findLabElement(document, "emit", "ack")?.id).toBe("second");
  expect(findLabElement(document, "emit", "except")?.id).toBe("third");
  expect(findLabElement(document, "emit", "offline")?.id).toBe("first");
  expect(findLabElement(document, "wire", "ack")).toBeNull();
});

it("finds the last lab before an item, when none shows the preset", () => {
  const item = document.createElement("p");
  document.querySelector("#second")?.after(item);
  expect(findLabElement(document, "emit", "offline", item)?.id).toBe("second");
  document.body.prepend(item);
  expect(findLabElement(document, "emit", "offline", item)?.id).toBe("first");
});

it("sends to the preset of a lab, or to a heading", () => {
  expect(placeOf(sampleChoice).href).toBe("/labs/emit/?preset=client-emit");
  expect(placeOf({ ...sampleChoice, see: { anchor: "#acks" } }).href).toBe("#acks");
});

it("asks a lab for another preset until the lab takes it", () => {
  vi.useFakeTimers();
  const asked: unknown[] = [];
  const lab = document.querySelector<HTMLElement>("#first");
  document.body.addEventListener("lab:preset", (event) => {
    asked.push((event as CustomEvent).detail);
    if (asked.length === 3) event.preventDefault();
  });
  if (lab) openPreset(lab, "except");
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(asked).toEqual(["except", "except", "except"]);
});

it("leaves a lab alone that shows the preset", () => {
  const asked = vi.fn();
  document.body.addEventListener("lab:preset", asked);
  for (const [id, preset] of [
    ["second", "ack"],
    ["third", "except"],
  ] as const) {
    const lab = document.querySelector<HTMLElement>(`#${id}`);
    if (lab) openPreset(lab, preset);
  }
  expect(asked).not.toHaveBeenCalled();
});
