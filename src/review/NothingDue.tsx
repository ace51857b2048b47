import { dayText } from "./day-text.ts";
import type { ReviewState } from "./review-state.ts";

/** Nothing was answered yet, or nothing is due today: says which, and what comes when. */
export const NothingDue = ({ answeredCount, next, today }: ReviewState) => {
  if (answeredCount === 0) {
    return (
      <div class="review-empty">
        <p>
          <strong>You have answered no question yet.</strong> Answer some in a lesson. From the next
          day on they come back here, when they are about to be forgotten.
        </p>
        <p>
          <a class="button" href="/#lessons">
            Choose a lesson
          </a>
        </p>
      </div>
    );
  }
  return (
    <div class="review-empty">
      <p>
        <strong>Nothing is due today.</strong> You have answered {answeredCount}{" "}
        {answeredCount === 1 ? "question" : "questions"}.{" "}
        {next &&
          `The next ${next.count === 1 ? "one comes" : `${next.count} come`} back ${dayText(next.day, today)}.`}
      </p>
      <p>
        <a href="/progress/">See your progress</a>
      </p>
    </div>
  );
};
