import { useCallback, useEffect, useState } from "preact/hooks";
import type { Progress } from "#progress/format.ts";
import { loadBank } from "#progress/load-bank.ts";
import { type LessonResult, lessonResults } from "#progress/result.ts";
import { openProgress } from "#progress/store.ts";
import { readStored, type StoreTrouble } from "#progress/stored.ts";

/** What is kept in this browser, or why nothing can be said of it yet. */
export type Kept =
  | { phase: "loading" }
  | { phase: "failed" }
  | {
      phase: "ready";
      results: LessonResult[];
      /** Questions with at least one answer, those that were removed since among them. */
      answerCount: number;
      trouble: StoreTrouble | undefined;
    };

const store = openProgress(globalThis);

const troubleOf = (stored: ReturnType<typeof readStored>) =>
  "trouble" in stored ? stored.trouble : undefined;

const countOf = ({ items }: Progress) => Object.keys(items).length;

/** What is kept, looked at anew when another tab changes it. */
export const useKept = (): { kept: Kept; look: () => void } => {
  const [kept, setKept] = useState<Kept>({ phase: "loading" });
  const look = useCallback(() => {
    loadBank().then(
      (bank) => {
        const progress = store.read();
        setKept({
          phase: "ready",
          results: lessonResults(bank, progress),
          answerCount: countOf(progress),
          trouble: troubleOf(readStored(window)),
        });
      },
      () => setKept({ phase: "failed" }),
    );
  }, []);
  useEffect(() => {
    look();
    return store.onOtherTab(look);
  }, [look]);
  return { kept, look };
};
