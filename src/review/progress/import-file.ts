import { type ImportFailure, maxFileBytes, readProgressFile } from "#progress/exchange.ts";
import type { Progress } from "#progress/format.ts";
import { addStored, type StoreTrouble } from "#progress/stored.ts";

const refusals: Record<ImportFailure | "unreadable", string> = {
  damaged: "This is not a file of answers that Wirebook saved, or it was changed since.",
  newer: "This file was saved by a newer version of Wirebook. Reload the page, then try again.",
  "too-large": "This file is larger than any that Wirebook saves (2 MB).",
  unreadable: "The browser could not read this file.",
};

const troubles: Record<StoreTrouble, string> = {
  forbidden: "This browser does not let the page keep answers. Allow site data, then try again.",
  full: "The browser’s storage for this site is full. Clear some site data, then try again.",
  newer: "The answers here were kept by a newer version of Wirebook. Reload the page first.",
  damaged: "The answers here cannot be read. Mend or delete them first; see above.",
};

const unchanged = (why: string) => `${why} Nothing was changed.`;

const countText = ({ items }: Progress): string => {
  const count = Object.keys(items).length;
  return count === 1 ? "Answers to 1 question" : `Answers to ${count} questions`;
};

/** Adds the answers in a file to those here. Returns what to say. */
export const importFile = async (file: Pick<File, "size" | "text">): Promise<string> => {
  if (file.size > maxFileBytes) return unchanged(refusals["too-large"]);
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return unchanged(refusals.unreadable);
  const read = readProgressFile(text);
  if (!read.ok) return unchanged(refusals[read.failure]);
  const trouble = addStored(window, read.value);
  if (trouble) return unchanged(troubles[trouble]);
  return `${countText(read.value)} were read and added.`;
};
