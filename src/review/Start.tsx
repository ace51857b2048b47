import { reasonCounts } from "./reason-text.ts";
import { type DueItem, firstSession, minutesOf } from "./session.ts";

interface StartProps {
  /** In the order of asking. */
  due: readonly DueItem[];
  onBegin: () => void;
}

const aboutRuns = new Set(["predict", "bytes"]);

const questions = (count: number) => (count === 1 ? "1 question" : `${count} questions`);

/** What is due and why, and the button that begins. */
export const Start = ({ due, onBegin }: StartProps) => {
  const session = firstSession(due);
  const lessons = [...new Set(session.map(({ lesson }) => lesson))];
  const hasRuns = session.some(({ item }) => aboutRuns.has(item.kind));
  return (
    <div class="review-start">
      <p class="review-count">
        <strong>{questions(due.length)}</strong> due today.
      </p>
      <p>
        {session.length < due.length
          ? `This session asks ${session.length} of them, in about ${minutesOf(session)} minutes:`
          : `This session takes about ${minutesOf(session)} min:`}
      </p>
      <ul>
        {reasonCounts(session).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        From{" "}
        {lessons.map(({ slug, title }, index) => (
          <>
            {index > 0 && ", "}
            <a href={`/lessons/${slug}/`}>{title}</a>
          </>
        ))}
        .
      </p>
      <p>
        <button type="button" class="button" onClick={onBegin}>
          Begin
        </button>
      </p>
      {hasRuns && (
        <p class="review-note">
          Questions about a run are held against a recorded one here, and say so. Each leads to its
          lab, where it can be run anew.
        </p>
      )}
    </div>
  );
};
