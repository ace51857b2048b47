import type { Progress } from "#progress/format.ts";
import { salvageProgress } from "#progress/parse.ts";
import { storeTroubleText } from "#progress/store-trouble-text.ts";
import { type StoreTrouble, writeStored } from "#progress/stored.ts";
import { saveProgress, storedText } from "./save-progress.ts";

interface KeptTroubleProps {
  trouble: StoreTrouble;
  onDone: (said: string) => void;
}

const readText = ({ items }: Progress): string => {
  const count = Object.keys(items).length;
  return count === 1
    ? "1 question could be read and is kept"
    : `${count} questions could be read and are kept`;
};

/** Keeps what can be read of damaged answers, and the damaged text as a file. */
const mend = (): string => {
  const readable = salvageProgress(storedText() ?? "");
  const saved = saveProgress();
  const trouble = writeStored(window, readable);
  if (trouble) return storeTroubleText[trouble];
  return `${saved} It holds the damaged text. ${readText(readable)}.`;
};

/** Says what is wrong with what is kept, and offers what can be done. */
export const KeptTrouble = ({ trouble, onDone }: KeptTroubleProps) => (
  <div class="review-note">
    <p>{storeTroubleText[trouble]}</p>
    {trouble === "damaged" && (
      <p>
        <button type="button" class="button button-quiet" onClick={() => onDone(mend())}>
          Save the damaged text as a file, and keep what can be read
        </button>
      </p>
    )}
  </div>
);
