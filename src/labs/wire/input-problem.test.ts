import { describe, expect, test } from "vitest";
import { inputProblem } from "./input-problem.ts";
import type { Settings } from "./model.ts";
import { plainSettings } from "./presets.ts";

const says = (change: Partial<Settings>) => inputProblem({ ...plainSettings, ...change })?.says;
const plain = { carries: "plain" } as const;

describe("what a reader typed", () => {
  test.each<[string, Partial<Settings>]>([
    ["an event", {}],
    ["any text as an event", { text: 'wörld 🙂 "]' }],
    ["an empty message of a plain WebSocket", { ...plain, text: "" }],
    ["a plain message named as an event of Socket.IO", { ...plain, text: "connect" }],
    ["bytes with and without spaces", { extra: "bytes", bytes: "01FF 0a" }],
    ["a reason of 123 bytes", { ...plain, call: "close", text: "x".repeat(123) }],
    ["bytes that nobody asks for", { extra: "none", bytes: "nonsense" }],
  ])("can go: %s", (_, change) => {
    expect(says(change)).toBeUndefined();
  });

  test.each<[string, Partial<Settings>, RegExp]>([
    ["no event", { text: "" }, /an event has a name/],
    ["a name of Socket.IO's own", { text: "disconnect" }, /keeps this name for itself/],
    ["too much text", { text: "x".repeat(201) }, /at most 200 characters/],
    ["half a character", { text: "a\ud83d" }, /half a character/],
    ["a reason of 124 bytes", { ...plain, call: "close", text: "ü".repeat(62) }, /123 bytes/],
    ["half a byte", { extra: "bytes", bytes: "0" }, /no bytes/],
    ["no bytes at all", { extra: "bytes", bytes: " " }, /no bytes/],
    ["no digits", { extra: "bytes", bytes: "zz" }, /no bytes/],
    ["65 bytes", { extra: "bytes", bytes: "00".repeat(65) }, /no bytes/],
  ])("cannot go, in a sentence: %s", (_, change, sentence) => {
    expect(says(change)).toMatch(sentence);
  });
});
