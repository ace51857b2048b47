import { ownAnswersKey } from "./own-answers.ts";

/** A browser that keeps the given text under the key of own answers. */
export const browserWith = (stored?: string) => {
  const kept = new Map<string, string>();
  if (stored !== undefined) kept.set(ownAnswersKey, stored);
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { kept, localStorage };
};
