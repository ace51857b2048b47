import { describe, expect, it } from "vitest";
import { decodedPath, requestPath, requestQuery } from "./request-path.ts";

describe("requestPath", () => {
  it.each([
    ["/a/?b=1", "/a/"],
    ["/a#b?c", "/a"],
    ["/?/embed/", "/"],
    ["http://h:1/a?b", "/a"],
    ["https://h", "/"],
    ["//h/a", "//h/a"],
    ["*", "*"],
    ["", "/"],
    [undefined, "/"],
  ])("takes from %j the path %j", (target, path) => {
    expect(requestPath(target)).toBe(path);
  });
});

describe("requestQuery", () => {
  it("is the query with its mark, without a fragment", () => {
    expect(requestQuery("/a?b=1?2#c")).toBe("?b=1?2");
    expect(requestQuery("/a")).toBe("");
  });
});

describe("decodedPath", () => {
  it.each([
    ["/a%20b/%C3%A9", "/a b/é"],
    ["/e%CC%81", "/é"],
    ["/a/?x=%ZZ", "/a/"],
    ["/...", "/..."],
  ])("decodes %s to %s", (target, path) => {
    expect(decodedPath(target)).toBe(path);
  });

  it.each([
    "/%ZZ",
    "/%",
    "/%E9",
    "/%C0%AE%C0%AE/",
    "/a%00b",
    "/a%0d%0ab",
    "/../a",
    "/a/..",
    "/%2e%2e/a",
    "/a/./b",
    "/..%2fa",
    "/a%2Fb",
    "/..%5ca",
    "/a\\b",
    "//a",
    "/a//b",
    "*",
    "a",
    "/%7f",
  ])("finds nothing in %s", (target) => {
    expect(decodedPath(target)).toBeUndefined();
  });
});
