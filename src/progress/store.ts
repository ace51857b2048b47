import { noProgress, type Progress, type Try } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { parseProgress } from "./parse.ts";
import { withTry } from "./tries.ts";

/** Why answers are not kept beyond this page. */
export type StoreTrouble = "forbidden" | "full" | "newer" | "damaged";

/** The reader's progress, shared by all islands of a page. */
export interface ProgressStore {
  /** All that is known now: what is stored, and what this page could not store. */
  read: () => Progress;
  /** Keeps a try. Returns a trouble the first time it is met, and undefined ever after. */
  addTry: (itemId: string, hash: string, newTry: Try) => StoreTrouble | undefined;
  /** Calls back when another tab has changed the progress. Returns how to stop. */
  onOtherTab: (callback: () => void) => () => void;
}

/** What the store needs of a browser. Asking for `localStorage` throws where it is forbidden. */
export interface StoreHost {
  localStorage: Pick<Storage, "getItem" | "setItem">;
  addEventListener: (type: "storage", listener: (event: StorageEvent) => void) => void;
  removeEventListener: (type: "storage", listener: (event: StorageEvent) => void) => void;
  dispatchEvent?: (event: Event) => boolean;
}

/** Sent to the window when this page has kept a try; other stores of the page hear it. */
export const progressEventName = "wirebook:progress";

/** Where progress is kept; see `format.ts` for what is in it. */
export const storageKey = "wirebook:progress";

type Stored = { progress: Progress } | { trouble: StoreTrouble };

const readStored = (host: StoreHost): Stored => {
  try {
    const text = host.localStorage.getItem(storageKey);
    if (text === null) return { progress: noProgress };
    const parsed = parseProgress(text);
    return parsed.ok ? { progress: parsed.value } : { trouble: parsed.failure };
  } catch {
    return { trouble: "forbidden" };
  }
};

const writeStored = (host: StoreHost, progress: Progress): StoreTrouble | undefined => {
  try {
    host.localStorage.setItem(storageKey, JSON.stringify(progress));
    return undefined;
  } catch {
    return "full";
  }
};

/**
 * Opens the progress kept in a browser. Each write reads first and merges, so that two tabs keep
 * each other's tries. What cannot be read is never overwritten: the page goes on from memory.
 */
export const openProgress = (host: StoreHost): ProgressStore => {
  let ownTries: Progress = noProgress;
  const said = new Set<StoreTrouble>();

  const sayOnce = (trouble: StoreTrouble | undefined) => {
    if (!trouble || said.has(trouble)) return undefined;
    said.add(trouble);
    return trouble;
  };
  const read = () => {
    const stored = readStored(host);
    return "progress" in stored ? mergeProgress(stored.progress, ownTries) : ownTries;
  };
  const save = () => {
    const stored = readStored(host);
    if ("trouble" in stored) return stored.trouble;
    return writeStored(host, mergeProgress(stored.progress, ownTries));
  };

  return {
    read,
    addTry: (itemId, hash, newTry) => {
      ownTries = withTry(ownTries, itemId, hash, newTry);
      const trouble = sayOnce(save());
      host.dispatchEvent?.(new Event(progressEventName));
      return trouble;
    },
    onOtherTab: (callback) => {
      const listener = ({ key }: StorageEvent) => {
        // A null key: the whole storage was cleared.
        if (key === storageKey || key === null) callback();
      };
      host.addEventListener("storage", listener);
      return () => host.removeEventListener("storage", listener);
    },
  };
};
