import { expect, test } from "vitest";
import { messagesOfText, textOfMessages } from "./message-text.ts";

test("messages stand on lines, and a line break in one is written", () => {
  const messages = ["two\nlines", "bye"];
  expect(textOfMessages(messages)).toBe("two\\nlines\nbye");
  expect(messagesOfText(textOfMessages(messages))).toEqual(messages);
});

test("empty lines are none", () => {
  expect(messagesOfText("a\n\nb\n")).toEqual(["a", "b"]);
});

test.each(["", "\n\n", "x".repeat(41), "a\nb\nc\nd\ne\nf\ng"])("%j does not fit", (text) => {
  expect(messagesOfText(text)).toBeUndefined();
});
