import { storeTroubleText } from "#progress/store-trouble-text.ts";
import type { StoreTrouble } from "#progress/stored.ts";
import type { ReviewState } from "./review-state.ts";

interface NotesProps {
  state: ReviewState;
  trouble: StoreTrouble | undefined;
}

const futureText = (count: number): string =>
  `${count === 1 ? "One question has an answer" : `${count} questions have answers`} with a date ` +
  "that has not come yet: this device’s clock was set back, or was ahead. Nothing is lost. Until " +
  "that date these answers do not count, and the questions are asked as the others say.";

const staleText = (count: number): string =>
  `${count === 1 ? "One answer belongs" : `${count} answers belong`} to questions that were removed ` +
  "or changed since. They are kept, and asked about no more.";

/** What the reader should know about what is kept, if there is anything. */
export const Notes = ({ state: { futureCount, staleCount }, trouble }: NotesProps) => {
  const notes = [
    trouble && storeTroubleText[trouble],
    futureCount > 0 && futureText(futureCount),
    staleCount > 0 && staleText(staleCount),
  ].filter((note) => typeof note === "string");
  return (
    <>
      {notes.map((note) => (
        <p class="review-note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
};
