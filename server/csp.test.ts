import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentPolicy, isEmbeddable, readPolicies } from "./csp.ts";

const HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirebook-csp-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const policiesOf = (content: string) => {
  const file = join(folder, "csp.json");
  writeFileSync(file, content);
  return readPolicies(file);
};

describe("readPolicies", () => {
  it("allows a page its own inline scripts and no others", () => {
    const policyOf = policiesOf(JSON.stringify({ "a/index.html": [HASH], "b/index.html": [] }));
    expect(policyOf("a/index.html")).toContain(`script-src 'self' 'wasm-unsafe-eval' '${HASH}';`);
    expect(policyOf("b/index.html")).toBe(contentPolicy());
    expect(policyOf("c/index.html")).toBe(contentPolicy());
    expect(policyOf("__proto__")).toBe(contentPolicy());
  });

  it("finds a page whether or not the build wrote a leading slash", () => {
    expect(policiesOf(JSON.stringify({ "/a/index.html": [HASH] }))("a/index.html")).toContain(HASH);
  });

  it("lets other sites frame pages below /embed/ and no others", () => {
    const policyOf = policiesOf("{}");
    expect(policyOf("embed/emit/index.html")).toContain("frame-ancestors *");
    expect(policyOf("index.html")).toContain("frame-ancestors 'none'");
    expect(policyOf("lessons/embed/index.html")).toContain("frame-ancestors 'none'");
  });

  it("allows no inline script when the build left no hashes", () => {
    expect(readPolicies(join(folder, "missing.json"))("index.html")).toBe(contentPolicy());
  });

  it.each(["", "[]", "{", '{"a": "x"}', `{"a": ["sha256-x'; script-src *"]}`])(
    "throws when the file holds %j, which no build writes",
    (content) => {
      expect(() => policiesOf(content)).toThrow(/csp\.json is not a map .* build the site again/);
    },
  );
});

describe("contentPolicy", () => {
  it("never allows inline or evaluated script, plugins or another base", () => {
    const scripts = contentPolicy()
      .split("; ")
      .find((part) => part.startsWith("script-src"));
    expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(contentPolicy()).toContain("object-src 'none'; base-uri 'none'");
  });
});

describe("isEmbeddable", () => {
  it.each(["/embed/emit/", "embed/emit/index.html"])("holds for %s", (path) => {
    expect(isEmbeddable(path)).toBe(true);
  });
  it.each(["/embed", "/embedded/", "/x/embed/", "//embed/", "/Embed/"])("fails for %s", (path) => {
    expect(isEmbeddable(path)).toBe(false);
  });
});
