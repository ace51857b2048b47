import { type ImportFailure, maxFileBytes, readProgressFile } from "#progress/exchange.ts";
import { addOwnAnswers, type OwnAnswersAdded, ownAnswersIn } from "#progress/own-answers-file.ts";
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

const ownTroubles: Record<StoreTrouble, string> = {
  ...troubles,
  damaged: "What is kept of it here cannot be read; “Delete all” removes it.",
};

const unchanged = (why: string) => `${why} Nothing was changed.`;

const counted = (count: number, what: string) => (count === 1 ? `1 ${what}` : `${count} ${what}s`);

const addedText = (questions: number, own: number): string => {
  const answers = `Answers to ${counted(questions, "question")}`;
  if (own === 0) return `${answers} were read and added.`;
  const words = `hat you wrote to ${counted(own, "study question")}`;
  if (questions === 0) return `W${words} was read and added.`;
  return `${answers} and w${words} were read and added.`;
};

/** What was added of a file with answers to so many questions, and what was not. */
const doneText = (questions: number, own: OwnAnswersAdded | StoreTrouble): string => {
  if (typeof own === "string") {
    return `${addedText(questions, 0)} What you wrote to the study questions was not. ${ownTroubles[own]}`;
  }
  const done = addedText(questions, own.added);
  if (own.differing === 0) return done;
  return `${done} To ${counted(own.differing, "study question")} you wrote something else here, which stays.`;
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
  const own = addOwnAnswers(window, ownAnswersIn(text));
  return doneText(Object.keys(read.value.items).length, own);
};
