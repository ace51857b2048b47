import { saveFile, saveText } from "#lab-kit/save-file.ts";
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

/** Hands the reader all answers as a file; what cannot be read, as it is. Returns what to say. */
export const saveProgress = (): string => {
  const stored = readStored(window);
  const text = storedText();
  if (text === undefined) return "There is nothing to save yet.";
  const name = `wirebook-progress-${dateNow()}.json`;
  if ("progress" in stored) saveFile(name, stored.progress);
  else saveText(name, text);
  return `Saved as ${name}.`;
};
