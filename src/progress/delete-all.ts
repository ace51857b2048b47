import { dueNotesKey } from "./due-notes.ts";
import { ownAnswersKey } from "./own-answers.ts";
import { progressEventName } from "./store.ts";
import { type StoreTrouble, storageKey } from "./stored.ts";

/** What deleting needs of a browser. */
export interface DeleteHost {
  localStorage: Pick<Storage, "removeItem">;
  dispatchEvent?: (event: Event) => boolean;
}

/** All that this browser keeps of what the reader answered and wrote. */
const keys = [storageKey, dueNotesKey, ownAnswersKey];

/** Deletes every answer, in whatever state it is, and what was worked out from them. */
export const deleteAll = (host: DeleteHost): StoreTrouble | undefined => {
  try {
    for (const key of keys) host.localStorage.removeItem(key);
    host.dispatchEvent?.(new Event(progressEventName));
    return undefined;
  } catch {
    return "forbidden";
  }
};
