import { noProgress, type Progress, type Try } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { addStored, readStored, type StoredHost, type StoreTrouble, storageKey } from "./stored.ts";
import { withTry } from "./tries.ts";

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
export interface StoreHost extends StoredHost {
  addEventListener: (type: "storage", listener: (event: StorageEvent) => void) => void;
  removeEventListener: (type: "storage", listener: (event: StorageEvent) => void) => void;
  dispatchEvent?: (event: Event) => boolean;
}

/** Sent to the window when this page has kept a try; other stores of the page hear it. */
export const progressEventName = "wirebook:progress";

/** Whether another tab changed or deleted the progress. A null key: the whole storage was cleared. */
const isAboutProgress = ({ key }: StorageEvent) => key === storageKey || key === null;

/**
 * Opens the progress kept in a browser. Each write reads first and merges, so that two tabs keep
 * each other's tries; a try that another tab's write has run over is written again. What cannot be
 * read is never overwritten: the page goes on from memory. What another tab has deleted is not
 * brought back.
 */
export const openProgress = (host: StoreHost): ProgressStore => {
  let ownTries: Progress = noProgress;
  let isKept = false;
  let isListening = false;
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
  const forgetDeleted = () => {
    const stored = readStored(host);
    const isGone = "progress" in stored && stored.text === undefined;
    if (isKept && isGone) ownTries = noProgress;
  };
  const save = () => {
    const trouble = addStored(host, ownTries);
    isKept = trouble === undefined;
    return trouble;
  };
  const followOtherTabs = () => {
    if (isListening) return;
    isListening = true;
    host.addEventListener("storage", (event) => {
      if (!isAboutProgress(event)) return;
      forgetDeleted();
      if (ownTries !== noProgress) save();
    });
  };

  return {
    read,
    addTry: (itemId, hash, newTry) => {
      followOtherTabs();
      forgetDeleted();
      ownTries = withTry(ownTries, itemId, hash, newTry);
      const trouble = sayOnce(save());
      host.dispatchEvent?.(new Event(progressEventName));
      return trouble;
    },
    onOtherTab: (callback) => {
      const listener = (event: StorageEvent) => {
        if (isAboutProgress(event)) callback();
      };
      host.addEventListener("storage", listener);
      return () => host.removeEventListener("storage", listener);
    },
  };
};
