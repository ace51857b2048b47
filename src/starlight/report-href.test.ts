import { expect, test } from "vitest";
import { reportHref } from "./report-href.ts";

const template = "https://git.example/new?title={page}%20{item}&labels=page";

test("page and question are filled in, so that they stay one part of the address", () => {
  expect(reportHref({ page: "/lessons/tcp/", item: "tcp-a&b" }, template)).toBe(
    "https://git.example/new?title=%2Flessons%2Ftcp%2F%20tcp-a%26b&labels=page",
  );
});

test("a page alone leaves no placeholder behind", () => {
  expect(reportHref({ page: "/labs/" }, template)).toBe(
    "https://git.example/new?title=%2Flabs%2F%20&labels=page",
  );
});

test("without an address there is no link", () => {
  expect(reportHref({ page: "/labs/" }, undefined)).toBeUndefined();
  expect(reportHref({ page: "/labs/" }, "")).toBeUndefined();
});
