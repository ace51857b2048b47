import { expect, test } from "vitest";
import { missingEntries, withEntries } from "./lockfile-entries.mjs";

const lock = {
  lockfileVersion: 3,
  packages: {
    "": { name: "site" },
    "node_modules/tool": {
      version: "1.0.0",
      dev: true,
      optionalDependencies: { "@tool/cli-linux-x64": "1.0.0", "@tool/cli-win32-arm64": "1.0.0" },
    },
    "node_modules/@tool/cli-linux-x64": { version: "1.0.0", optional: true },
  },
};

test("finds the platform package without an entry and leaves the others alone", () => {
  expect(missingEntries(lock)).toEqual([
    [
      "node_modules/@tool/cli-win32-arm64",
      { version: "1.0.0", os: ["win32"], cpu: ["arm64"], dev: true, optional: true },
    ],
  ]);
});

test("finds an entry that lies beside the package that asks for it", () => {
  const nested = { ...lock.packages };
  nested["node_modules/tool/node_modules/@tool/cli-win32-arm64"] = { version: "1.0.0" };
  expect(missingEntries({ packages: nested })).toEqual([]);
});

test("keeps npm's order of entries", () => {
  const paths = Object.keys(withEntries(lock, missingEntries(lock)).packages);
  expect(paths).toEqual([
    "",
    "node_modules/@tool/cli-linux-x64",
    "node_modules/@tool/cli-win32-arm64",
    "node_modules/tool",
  ]);
});

test("refuses a version range, which cannot be locked", () => {
  const packages = { "node_modules/a": { optionalDependencies: { "a-linux-x64": "^1.0.0" } } };
  expect(() => missingEntries({ packages })).toThrow("exact version");
});
