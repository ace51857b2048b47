interface FailedProps {
  /** What could not be fetched, as the beginning of a sentence. */
  what: string;
  onRetry: () => void;
}

/** Says that something could not be fetched, and offers to try again. */
export const Failed = ({ what, onRetry }: FailedProps) => (
  <div class="review-failed" role="alert">
    <p>
      {what} could not be fetched. Your answers are safe in this browser. The server may be away:
      try again in a moment.
    </p>
    <button type="button" class="button" onClick={onRetry}>
      Try again
    </button>
  </div>
);
