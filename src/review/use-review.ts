import { useCallback, useEffect, useState } from "preact/hooks";
import type { Bank } from "#progress/bank.ts";
import { localDayOf } from "#progress/days.ts";
import { writeDueNotes } from "#progress/due-notes.ts";
import { loadBank } from "#progress/load-bank.ts";
import type { Calendar } from "#progress/standing.ts";
import { type ProgressStore, progressEventName } from "#progress/store.ts";
import { readStored, type StoreTrouble } from "#progress/stored.ts";
import { comesBack, dueNotesOf, type ReviewState, reviewState } from "./review-state.ts";

/** What the page knows, or why it knows nothing yet. */
export type Known =
  | { phase: "loading" }
  | { phase: "failed" }
  | { phase: "ready"; state: ReviewState; trouble: StoreTrouble | undefined };

export interface ReviewOf {
  known: Known;
  /** Looks again, for instance after a failure. */
  look: () => void;
  /** The day on which an item comes back, after what was just answered. */
  comesBackOn: (itemId: string) => number | undefined;
}

const calendarNow = (): Calendar => ({ dayOf: localDayOf, today: localDayOf(Date.now()) });

const troubleNow = (): StoreTrouble | undefined => {
  const stored = readStored(window);
  return "trouble" in stored ? stored.trouble : undefined;
};

/** What is due, worked out anew whenever answers or the day may have changed, and noted for other pages. */
export const useReview = (store: ProgressStore): ReviewOf => {
  const [bank, setBank] = useState<Bank>();
  const [known, setKnown] = useState<Known>({ phase: "loading" });

  const look = useCallback(() => {
    const show = (found: Bank) => {
      const [progress, calendar] = [store.read(), calendarNow()];
      writeDueNotes(window, dueNotesOf(found, progress, calendar));
      setBank(found);
      const state = reviewState(found, progress, calendar);
      setKnown({ phase: "ready", state, trouble: troubleNow() });
    };
    loadBank().then(show, () => setKnown({ phase: "failed" }));
  }, [store]);

  useEffect(() => {
    look();
    const stop = store.onOtherTab(look);
    window.addEventListener(progressEventName, look);
    document.addEventListener("visibilitychange", look);
    return () => {
      stop();
      window.removeEventListener(progressEventName, look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look, store]);

  const comesBackOn = (itemId: string) =>
    bank && comesBack(bank, store.read(), calendarNow(), itemId);
  return { known, look, comesBackOn };
};
