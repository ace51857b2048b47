import { noProgress, type Progress } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { parseProgress } from "./parse.ts";

/** Why answers are not kept beyond this page. */
export type StoreTrouble = "forbidden" | "full" | "newer" | "damaged";

/** Where progress is kept; see `format.ts` for what is in it. */
export const storageKey = "wirebook:progress";

/** What reading and writing needs of a browser. Asking for it throws where it is forbidden. */
export interface StoredHost {
  localStorage: Pick<Storage, "getItem" | "setItem">;
}

/** What was found: progress, with the text it was read from, or why there is none to be used. */
export type Stored = { progress: Progress; text: string | undefined } | { trouble: StoreTrouble };

/** Reads what is stored. Nothing stored is no progress. */
export const readStored = (host: StoredHost): Stored => {
  try {
    const text = host.localStorage.getItem(storageKey) ?? undefined;
    if (text === undefined) return { progress: noProgress, text };
    const parsed = parseProgress(text);
    return parsed.ok ? { progress: parsed.value, text } : { trouble: parsed.failure };
  } catch {
    return { trouble: "forbidden" };
  }
};

/** Stores progress, whatever was there. Returns why it could not. */
export const writeStored = (host: StoredHost, progress: Progress): StoreTrouble | undefined => {
  try {
    host.localStorage.setItem(storageKey, JSON.stringify(progress));
    return undefined;
  } catch {
    return "full";
  }
};

/** Adds to what is stored, and writes only what is new. What cannot be read is never overwritten. */
export const addStored = (host: StoredHost, more: Progress): StoreTrouble | undefined => {
  const stored = readStored(host);
  if ("trouble" in stored) return stored.trouble;
  const merged = mergeProgress(stored.progress, more);
  return JSON.stringify(merged) === stored.text ? undefined : writeStored(host, merged);
};
