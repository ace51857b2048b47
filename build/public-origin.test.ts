import { expect, test } from "vitest";
import { publicOrigin } from "./public-origin.ts";

test("is the origin that is set, without a slash at the end", () => {
  expect(publicOrigin({ PUBLIC_ORIGIN: "https://wire.example:8443/" })).toBe(
    "https://wire.example:8443",
  );
});

test("is the first of several, as the server takes them", () => {
  const PUBLIC_ORIGIN = "https://wire.example, http://wire.test";
  expect(publicOrigin({ PUBLIC_ORIGIN })).toBe("https://wire.example");
});

test("is the default address of npm start when none is set", () => {
  expect(publicOrigin({})).toBe("http://127.0.0.1:4321");
});

test.each(["wire.example", "https://wire.example/path", "ftp://wire.example"])(
  "refuses %s and says what it must be",
  (value) => {
    expect(() => publicOrigin({ PUBLIC_ORIGIN: value })).toThrow(`PUBLIC_ORIGIN = ${value}`);
  },
);
