import { saveFile, saveText } from "#lab-kit/save-file.ts";
import { readOwnAnswers } from "#progress/own-answers.ts";
import { readStored, storageKey } from "#progress/stored.ts";

const dateNow = () => new Date().toISOString().slice(0, 10);

/** The stored text as it is, or undefined when there is none, or it may not be read. */
export const storedText = (): string | undefined => {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
};

const ownUnread = "It does not hold what you wrote to the study questions: that could not be read.";

/**
 * Hands the reader all answers as a file, with the words on study questions; what cannot be read,
 * as it is. Returns what to say.
 */
export const saveProgress = (): string => {
  const stored = readStored(window);
  const text = storedText();
  const own = readOwnAnswers(window);
  const [ownAnswers, unread] = typeof own === "string" ? [{}, true] : [own, false];
  if (text === undefined && Object.keys(ownAnswers).length === 0) {
    return "There is nothing to save yet.";
  }
  const name = `wirebook-progress-${dateNow()}.json`;
  if ("progress" in stored) saveFile(name, { ...stored.progress, ownAnswers });
  else saveText(name, text ?? "");
  return `Saved as ${name}.${unread ? ` ${ownUnread}` : ""}`;
};
