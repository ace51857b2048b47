import type { BytesItem } from "../item.ts";
import type { Answer, Mark } from "../kind.ts";
import type { RunKey } from "../lab-run.ts";
import { markTicks } from "../mark-ticks.ts";

/** The name of the one note on a selection. */
export const selectionNote = "selection";

const isTakenFor = (answer: Answer, key: Answer, other: readonly number[]): boolean =>
  other.some((offset) => answer.includes(`${offset}`) && !key.includes(`${offset}`));

const noteOn = (item: BytesItem, answer: Answer, run: RunKey): string => {
  const taken = item.likely.find(({ ask }) =>
    isTakenFor(answer, run.key, run.bytes?.others[ask] ?? []),
  );
  return taken?.feedback ?? item.otherwise;
};

/**
 * Marks selected bytes one by one. The note is about the other bytes that some of them belong to,
 * if the item speaks of those.
 */
export const markBytes = (item: BytesItem, answer: Answer, run: RunKey): Mark => {
  const chosenOrRight = [...new Set([...answer, ...run.key])].map((id) => ({ id }));
  const mark = markTicks(chosenOrRight, answer, run.key);
  return mark.isRight ? mark : { ...mark, notes: { [selectionNote]: noteOn(item, answer, run) } };
};
