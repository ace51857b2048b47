// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { sampleChoice } from "./items.fixture.ts";
import { findLabElement, placeOf } from "./lab-link.ts";

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

it("sends to the preset of a lab, or to a heading", () => {
  expect(placeOf(sampleChoice).href).toBe("/labs/emit/?preset=client-emit");
  expect(placeOf({ ...sampleChoice, see: { anchor: "#acks" } }).href).toBe("#acks");
});
