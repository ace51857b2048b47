import { expect, test } from "vitest";
import { LoopbackAddresses } from "./loopback-addresses.ts";

const fromStart = { random: () => 0, hasMany: true };

test("each bench gets an address of its own in 127.16.0.0/12", () => {
  const addresses = new LoopbackAddresses(fromStart);
  const taken = Array.from({ length: 600 }, () => addresses.take());
  expect(new Set(taken).size).toBe(600);
  expect(taken[0]).toBe("127.16.0.1");
  expect(taken[599]).toBe("127.16.2.88");
});

test("it begins anywhere, goes round at the end, and never gives the network's own", () => {
  const addresses = new LoopbackAddresses({ ...fromStart, random: () => 1 - 2 ** -20 });
  expect([addresses.take(), addresses.take()]).toEqual(["127.16.0.1", "127.16.0.2"]);
});

test("an address that was given back is free again, and none is given twice", () => {
  const addresses = new LoopbackAddresses({ ...fromStart, size: 300 });
  addresses.give(addresses.take());
  const all = Array.from({ length: 299 }, () => addresses.take());
  expect(new Set(all).size).toBe(299);
  expect(() => addresses.take()).toThrow("none left");
  addresses.give(all[7] ?? "");
  expect(addresses.take()).toBe(all[7]);
});

test("a system with one loopback address has that for all", () => {
  const addresses = new LoopbackAddresses({ hasMany: false });
  expect([addresses.take(), addresses.take()]).toEqual(["127.0.0.1", "127.0.0.1"]);
});
