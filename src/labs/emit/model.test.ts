import { describe, expect, it } from "vitest";
import {
  actingCallIds,
  bounds,
  canAct,
  readEventName,
  readPayload,
  reservedEvents,
  serverCallIds,
  usesRoom,
} from "./model.ts";
import { actingCalls } from "./server-calls.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("readEventName", () => {
  it("takes any name that can be emitted, as it is", () => {
    expect(readEventName("news")).toEqual({ ok: true, value: "news" });
    expect(readEventName(" ")).toEqual({ ok: true, value: " " });
    expect(readEventName("x".repeat(bounds.eventLength)).ok).toBe(true);
  });

  it.each(["", "x".repeat(bounds.eventLength + 1), ...reservedEvents])("refuses %j", (name) => {
    const read = readEventName(name);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(`${read.failure.says} ${read.failure.next}`).toMatch(/\.$/);
  });

  it("says how many characters are too many", () => {
    const read = readEventName("x".repeat(70));
    expect(read).toMatchObject({ failure: { says: expect.stringContaining("70 characters") } });
  });
});

describe("readPayload", () => {
  it.each([
    ["", undefined],
    ["  ", undefined],
    ["null", null],
    ["0", 0],
    ['{ "n": [1, "a"] }', { n: [1, "a"] }],
  ])("reads %j", (text, value) => {
    expect(readPayload(text)).toEqual({ ok: true, value });
  });

  it.each(["{", "hi", "{ n: 1 }", "undefined", "NaN"])("says that %j is not JSON", (text) => {
    expect(readPayload(text)).toMatchObject({ ok: false, failure: { says: "This is not JSON." } });
  });

  it("takes the deepest nesting that is allowed, and refuses one level more", () => {
    expect(readPayload(nested(bounds.payloadDepth)).ok).toBe(true);
    expect(readPayload(nested(bounds.payloadDepth + 1)).ok).toBe(false);
    expect(readPayload(`{"a":${nested(bounds.payloadDepth)}}`).ok).toBe(false);
  });

  it("refuses a text that is too long before it reads it", () => {
    const longest = `"${"x".repeat(bounds.payloadLength - 2)}"`;
    expect(readPayload(longest).ok).toBe(true);
    expect(readPayload(`${longest} `)).toMatchObject({
      failure: { says: expect.stringContaining(`${bounds.payloadLength + 1} characters`) },
    });
  });
});

describe("the server's calls", () => {
  it("can act exactly when they need no client's socket", () => {
    expect(serverCallIds.filter(canAct)).toEqual([...actingCallIds]);
    expect(Object.keys(actingCalls).sort()).toEqual([...actingCallIds].sort());
  });

  it("use the chosen room exactly when they are addressed by it", () => {
    expect(serverCallIds.filter(usesRoom)).toEqual([
      "io-to",
      "socket-to",
      "io-except",
      "socket-except",
      "of-to",
      "of-except",
    ]);
  });
});
