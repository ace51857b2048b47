import { expect, test } from "vitest";
import { platformOf } from "./platform-of.mjs";

test.each([
  ["@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@pagefind/windows-arm64", { os: ["win32"], cpu: ["arm64"] }],
  ["@astrojs/compiler-binding-wasm32-wasi", { cpu: ["wasm32"] }],
])("%s names its platform", (name, fields) => {
  expect(platformOf(name)).toEqual(fields);
});

test("a name without a processor is refused", () => {
  expect(() => platformOf("left-pad")).toThrow("left-pad");
});
