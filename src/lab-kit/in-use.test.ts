// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whileInUse } from "./in-use.ts";

/** An observer whose element is in view when the test says so. */
class FakeIntersection {
  static last: FakeIntersection | undefined;
  readonly #changed: (entries: { isIntersecting: boolean }[]) => void;
  readonly observed: unknown[] = [];
  isConnected = true;

  constructor(changed: (entries: { isIntersecting: boolean }[]) => void) {
    this.#changed = changed;
    FakeIntersection.last = this;
  }

  observe(element: unknown): void {
    this.observed.push(element);
  }

  disconnect(): void {
    this.isConnected = false;
  }

  /** What the browser tells: all changes since the last time. */
  say(...isIntersecting: boolean[]): void {
    this.#changed(isIntersecting.map((one) => ({ isIntersecting: one })));
  }
}

const minuteMs = 60_000;

function rig() {
  const hooks = { open: vi.fn(), close: vi.fn() };
  const stop = whileInUse(document.body, hooks);
  const view = FakeIntersection.last;
  if (!view) throw new Error("nothing is observed");
  return { ...hooks, stop, view };
}

const setVisibility = (state: DocumentVisibilityState) => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IntersectionObserver", FakeIntersection);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a lab", () => {
  it("is not opened before it is in view", () => {
    const { open, view } = rig();
    expect(view.observed).toEqual([document.body]);
    view.say(false);
    expect(open).not.toHaveBeenCalled();
    view.say(true);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it("closes when it was out of view for a minute", () => {
    const { close, view } = rig();
    view.say(true);
    view.say(false);
    vi.advanceTimersByTime(minuteMs - 1);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it("stays open when it comes back in time", () => {
    const { open, close, view } = rig();
    view.say(true);
    view.say(false);
    vi.advanceTimersByTime(minuteMs - 1);
    view.say(true);
    vi.advanceTimersByTime(10 * minuteMs);
    expect(close).not.toHaveBeenCalled();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("closes when its tab was hidden for five minutes", () => {
    const { close, view } = rig();
    view.say(true);
    setVisibility("hidden");
    vi.advanceTimersByTime(5 * minuteMs - 1);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it("opens again when its tab is shown", () => {
    const { open, view } = rig();
    view.say(true);
    setVisibility("hidden");
    setVisibility("visible");
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("goes by the last of several changes that are told at once", () => {
    const { open, close, view } = rig();
    view.say(true, false);
    expect(open).not.toHaveBeenCalled();
    view.say(false, true);
    expect(open).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10 * minuteMs);
    expect(close).not.toHaveBeenCalled();
  });

  it("closes when it is no longer watched, and leaves no timer behind", () => {
    const { open, close, stop, view } = rig();
    view.say(true);
    view.say(false);
    stop();
    expect(close).toHaveBeenCalledTimes(1);
    expect(view.isConnected).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    setVisibility("visible");
    expect(open).toHaveBeenCalledTimes(1);
  });
});
