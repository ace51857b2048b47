import type { FailureText } from "#lab-kit/failures.ts";

/** What went wrong, and what to do next. */
export function LabBanner({ text: { says, next } }: { text: FailureText }) {
  return (
    <div class="lab-banner" role="alert">
      <p>
        <b>{says}</b> {next}
      </p>
    </div>
  );
}
