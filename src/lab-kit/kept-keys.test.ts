import { describe, expect, it } from "vitest";
import { KeptKeys, type KeyStore } from "./kept-keys.ts";
import { FakeStore } from "./testing/session-rig.ts";

const sample = { bench: "a".repeat(32), owner: "b".repeat(32) };
const name = "wirebook:bench:emit:broadcast";

const storeWith = (text: string): FakeStore => {
  const store = new FakeStore();
  store.setItem(name, text);
  return store;
};

const keptIn = (store: KeyStore) => new KeptKeys("emit:broadcast", store);

describe("kept keys", () => {
  it("are made once, and found again by the next page of the tab", () => {
    const store = new FakeStore();
    const keys = keptIn(store);
    const { bench, owner } = keys.keys;
    expect(keys.keys).toEqual({ bench, owner });
    expect(keptIn(store.copy()).keys).toEqual({ bench, owner });
  });

  it("are read from the format of the sample", () => {
    expect(keptIn(storeWith(JSON.stringify(sample))).keys).toEqual(sample);
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '"x"',
    "7",
    "{}",
    JSON.stringify({ ...sample, owner: "B".repeat(32) }),
    JSON.stringify({ bench: sample.bench }),
    JSON.stringify({ ...sample, bench: [sample.bench] }),
  ])("are made anew when what is kept is none: %s", (text) => {
    const store = storeWith(text);
    const { keys } = keptIn(store);
    expect(keys.bench).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(store.getItem(name) ?? "")).toEqual(keys);
  });

  it("renewed are others, and stay so", () => {
    const store = new FakeStore();
    const keys = keptIn(store);
    const before = keys.keys;
    keys.renew();
    expect(keys.keys).not.toEqual(before);
    expect(keptIn(store.copy()).keys).toEqual(keys.keys);
  });

  it("forgotten are gone, and their name is free", () => {
    const store = new FakeStore();
    const keys = keptIn(store);
    const before = keys.keys;
    keys.forget();
    keys.forget();
    expect(store.items.size).toBe(0);
    expect(keptIn(store).keys).not.toEqual(before);
    expect([...store.items.keys()]).toEqual([name]);
  });

  it("of two equal labs on one page are not the same", () => {
    const store = new FakeStore();
    expect(keptIn(store).keys).not.toEqual(keptIn(store).keys);
    expect([...store.items.keys()]).toEqual([name, `${name}#2`]);
  });

  it("work where storage throws, and where there is none", () => {
    const forbid = (): never => {
      throw new DOMException("no", "SecurityError");
    };
    const forbidden = { getItem: forbid, setItem: forbid, removeItem: forbid };
    for (const keys of [keptIn(forbidden), new KeptKeys("emit:broadcast")]) {
      const before = keys.keys;
      expect(keys.keys).toEqual(before);
      keys.renew();
      expect(keys.keys).not.toEqual(before);
      keys.forget();
    }
  });
});
