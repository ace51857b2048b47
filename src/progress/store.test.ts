import { expect, it, vi } from "vitest";
import { progressOf, tryAt } from "./progress.fixture.ts";
import { openProgress, type StoreHost } from "./store.ts";
import { storageKey } from "./stored.ts";
import { triesOf } from "./tries.ts";

/** One browser: tabs opened on it share the storage. */
const createBrowser = (initial?: string) => {
  const kept = new Map<string, string>();
  if (initial !== undefined) kept.set(storageKey, initial);
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { kept, localStorage };
};

const tabOn = (localStorage: StoreHost["localStorage"]) => {
  const target = new EventTarget();
  const host = {
    localStorage,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  } as StoreHost;
  const hearChange = (key: string | null) =>
    target.dispatchEvent(Object.assign(new Event("storage"), { key }));
  return { store: openProgress(host), hearChange };
};

it("keeps tries for the next visit", () => {
  const { localStorage } = createBrowser();
  expect(tabOn(localStorage).store.addTry("item-a", "h1", tryAt(1))).toBeUndefined();
  expect(tabOn(localStorage).store.read()).toEqual(progressOf("h1", tryAt(1)));
});

it("keeps what two open tabs answer in turn", () => {
  const { localStorage } = createBrowser();
  const [one, other] = [tabOn(localStorage).store, tabOn(localStorage).store];
  one.addTry("item-a", "h1", tryAt(1));
  other.addTry("item-a", "h1", tryAt(2));
  one.addTry("item-b", "h2", tryAt(3));
  const later = tabOn(localStorage).store.read();
  expect(triesOf(later, "item-a", "h1")).toEqual([tryAt(1), tryAt(2)]);
  expect(triesOf(later, "item-b", "h2")).toEqual([tryAt(3)]);
});

it("calls back when another tab writes, until it is stopped", () => {
  const { localStorage } = createBrowser();
  const { store, hearChange } = tabOn(localStorage);
  const callback = vi.fn();
  const stop = store.onOtherTab(callback);
  hearChange(storageKey);
  hearChange(null);
  hearChange("something-else");
  expect(callback).toHaveBeenCalledTimes(2);
  stop();
  hearChange(storageKey);
  expect(callback).toHaveBeenCalledTimes(2);
});

it("survives a full storage, says so once, and keeps tries for this page", () => {
  const { localStorage } = createBrowser();
  const { store } = tabOn({
    ...localStorage,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(store.addTry("item-a", "h1", tryAt(1))).toBe("full");
  expect(store.addTry("item-a", "h1", tryAt(2))).toBeUndefined();
  expect(store.read()).toEqual(progressOf("h1", tryAt(1), tryAt(2)));
});

it("survives a storage that may not be touched", () => {
  const host = {
    get localStorage(): Storage {
      throw new DOMException("no", "SecurityError");
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  const store = openProgress(host);
  expect(store.addTry("item-a", "h1", tryAt(1))).toBe("forbidden");
  expect(store.read()).toEqual(progressOf("h1", tryAt(1)));
});

it("leaves a newer format and damaged data untouched, and says which", () => {
  const newer = '{"format":9,"everything":"else"}';
  for (const [text, trouble] of [
    [newer, "newer"],
    ["{broken", "damaged"],
  ] as const) {
    const { kept, localStorage } = createBrowser(text);
    const { store } = tabOn(localStorage);
    expect(store.addTry("item-a", "h1", tryAt(1))).toBe(trouble);
    expect(kept.get(storageKey)).toBe(text);
    expect(store.read()).toEqual(progressOf("h1", tryAt(1)));
  }
});

it("stores later what it could not store at first", () => {
  const { localStorage } = createBrowser();
  let isFull = true;
  const { store } = tabOn({
    ...localStorage,
    setItem: (key, value) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      localStorage.setItem(key, value);
    },
  });
  store.addTry("item-a", "h1", tryAt(1));
  isFull = false;
  store.addTry("item-a", "h1", tryAt(2));
  expect(tabOn(localStorage).store.read()).toEqual(progressOf("h1", tryAt(1), tryAt(2)));
});

it("writes again what another tab's write has run over", () => {
  const { kept, localStorage } = createBrowser();
  const [one, other] = [tabOn(localStorage), tabOn(localStorage)];
  one.store.addTry("item-a", "h1", tryAt(1));
  // The other tab had read before that write, and wrote after it.
  kept.set(storageKey, JSON.stringify(progressOf("h1", tryAt(2))));
  one.hearChange(storageKey);
  expect(other.store.read()).toEqual(progressOf("h1", tryAt(1), tryAt(2)));
});

it("writes nothing when another tab's write lacks nothing", () => {
  const { localStorage } = createBrowser();
  const setItem = vi.fn(localStorage.setItem);
  const one = tabOn({ ...localStorage, setItem });
  one.store.addTry("item-a", "h1", tryAt(1));
  one.hearChange(storageKey);
  expect(setItem).toHaveBeenCalledTimes(1);
});

it.each(["heard", "not heard"])("brings nothing back that another tab has deleted (%s)", (how) => {
  const { kept, localStorage } = createBrowser();
  const { store, hearChange } = tabOn(localStorage);
  store.addTry("item-a", "h1", tryAt(1));
  kept.delete(storageKey);
  if (how === "heard") hearChange(storageKey);
  store.addTry("item-a", "h1", tryAt(2));
  expect(tabOn(localStorage).store.read()).toEqual(progressOf("h1", tryAt(2)));
});
