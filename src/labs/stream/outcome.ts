import { answers } from "./answers.ts";
import type { Compared, Place, Said, Settings } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";
import { comparedWords, count, placeWords, yesNo } from "./words.ts";

/** One question: what was said, and what happened. */
export interface OutcomeRow {
  ask: keyof Said;
  /** Absent when nothing was predicted. */
  said?: string;
  /** Absent as long as it is not known. */
  happened?: string;
  /** Absent unless both are known. */
  isRight?: boolean;
}

/** What a run is asked: it depends on what it shows. */
export function asksOf({
  show,
  framing,
  isStopped,
}: Pick<Settings, "show" | "framing" | "isStopped">): (keyof Said)[] {
  if (show === "messages") return framing === "none" ? ["reads"] : ["isWhole"];
  return isStopped ? ["isLost", "waitsIn"] : ["compared"];
}

/** Ids that came true; none as long as that is not known. */
const happenedIn: Readonly<Record<keyof Said, (run: SeenRun) => readonly string[]>> = {
  reads: answers.reads,
  compared: answers.compared,
  isWhole: answers.isWhole,
  isLost: (run) => answers.lost(run).map((bytes) => yesNo(bytes !== "0")),
  waitsIn: answers.waitsIn,
};

const wordsOf: Readonly<Record<keyof Said, (id: string) => string>> = {
  reads: (id) => count(Number(id)),
  compared: (id) => comparedWords[id as Compared],
  isWhole: (id) => id,
  isLost: (id) => id,
  waitsIn: (id) => placeWords[id as Place],
};

const idOf = (answer: NonNullable<Said[keyof Said]>): string =>
  typeof answer === "boolean" ? yesNo(answer) : String(answer);

/** A row for each question that a run is asked. */
export function outcomeRows(run: SeenRun & { settings: Settings }, said: Said): OutcomeRow[] {
  return asksOf(run.settings).map((ask) => {
    const [happened] = happenedIn[ask](run);
    const mine = said[ask];
    const id = mine === undefined ? undefined : idOf(mine);
    const words = wordsOf[ask];
    return {
      ask,
      ...(id !== undefined && { said: words(id) }),
      ...(happened !== undefined && { happened: words(happened) }),
      ...(id !== undefined && happened !== undefined && { isRight: id === happened }),
    };
  });
}
