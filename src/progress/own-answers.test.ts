import { expect, it } from "vitest";
import { browserWith } from "./own-answers.fixture.ts";
import { keepOwnAnswer, maxAnswerLength, ownAnswersKey, readOwnAnswer } from "./own-answers.ts";

it("keeps each answer beside the others, and forgets one that was emptied", () => {
  const browser = browserWith();
  expect(keepOwnAnswer(browser, "udp", "No connection.")).toBeUndefined();
  expect(keepOwnAnswer(browser, "tcp", "A stream.")).toBeUndefined();
  expect(readOwnAnswer(browser, "udp")).toEqual({ text: "No connection." });
  keepOwnAnswer(browser, "udp", "");
  expect(readOwnAnswer(browser, "udp")).toEqual({ text: "" });
  expect(browser.kept.get(ownAnswersKey)).toBe('{"format":1,"texts":{"tcp":"A stream."}}');
});

it("cuts what is too long", () => {
  const browser = browserWith();
  keepOwnAnswer(browser, "udp", "x".repeat(maxAnswerLength + 1));
  expect(readOwnAnswer(browser, "udp")).toEqual({ text: "x".repeat(maxAnswerLength) });
});

it.each([
  ["{", "damaged"],
  ["null", "damaged"],
  ["[]", "damaged"],
  ['{"texts":{}}', "damaged"],
  ['{"format":1,"texts":[]}', "damaged"],
  ['{"format":2,"texts":{}}', "newer"],
])("neither reads nor overwrites %s, which is %s", (stored, trouble) => {
  const browser = browserWith(stored);
  expect(readOwnAnswer(browser, "udp")).toBe(trouble);
  expect(keepOwnAnswer(browser, "udp", "mine")).toBe(trouble);
  expect(browser.kept.get(ownAnswersKey)).toBe(stored);
});

it("leaves out what is no text, and no name of an object's own", () => {
  const browser = browserWith('{"format":1,"texts":{"udp":7,"tcp":"A stream."}}');
  expect(readOwnAnswer(browser, "udp")).toEqual({ text: "" });
  expect(readOwnAnswer(browser, "toString")).toEqual({ text: "" });
  expect(readOwnAnswer(browser, "tcp")).toEqual({ text: "A stream." });
});

it("says why it cannot keep: the storage is full, or forbidden", () => {
  const { localStorage } = browserWith();
  const full = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  expect(keepOwnAnswer({ localStorage: { ...localStorage, setItem: full } }, "udp", "x")).toBe(
    "full",
  );
  const forbidden = {
    get localStorage(): never {
      throw new DOMException("no", "SecurityError");
    },
  };
  expect(readOwnAnswer(forbidden, "udp")).toBe("forbidden");
  expect(keepOwnAnswer(forbidden, "udp", "x")).toBe("forbidden");
});
