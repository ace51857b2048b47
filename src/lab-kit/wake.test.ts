// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { onWake } from "./wake.ts";

afterEach(() => vi.restoreAllMocks());

const setVisibility = (state: DocumentVisibilityState) => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};

it("calls when the page is shown, comes back, or is online again", () => {
  const woke = vi.fn();
  onWake(woke);
  setVisibility("hidden");
  expect(woke).not.toHaveBeenCalled();
  setVisibility("visible");
  window.dispatchEvent(new Event("pageshow"));
  window.dispatchEvent(new Event("online"));
  expect(woke).toHaveBeenCalledTimes(3);
});

it("is quiet after it was stopped", () => {
  const woke = vi.fn();
  onWake(woke)();
  setVisibility("visible");
  window.dispatchEvent(new Event("online"));
  window.dispatchEvent(new Event("pageshow"));
  expect(woke).not.toHaveBeenCalled();
});
