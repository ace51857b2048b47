import { longestMessage, mostMessages } from "./model.ts";

/** Messages as a reader edits them: one on a line; `\n` in one stands for a line break. */
export const textOfMessages = (messages: readonly string[]): string =>
  messages.map((message) => message.replaceAll("\n", "\\n")).join("\n");

/** @returns undefined when there are none, too many, or one is too long */
export function messagesOfText(text: string): string[] | undefined {
  const lines = text.split("\n").filter((line) => line !== "");
  const messages = lines.map((line) => line.replaceAll("\\n", "\n"));
  const fits = messages.every(({ length }) => length <= longestMessage);
  return fits && messages.length > 0 && messages.length <= mostMessages ? messages : undefined;
}

/** What a text has to be, for the reader. */
export const messagesRule = `One to ${mostMessages} messages, ${longestMessage} characters each at most.`;
