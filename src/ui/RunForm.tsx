import type { ComponentChildren } from "preact";
import "./run-form.css";

export interface RunFormProps {
  /** What the button says while the server is there. */
  label: string;
  busyLabel?: string;
  isBusy: boolean;
  /** The server is away: a recording is played. */
  isAway: boolean;
  onRun: () => void;
  /** What the reader chooses and says before the run. */
  children: ComponentChildren;
  /** What stands below the button. */
  below?: ComponentChildren;
}

/** All that the reader chooses, says and presses before a run. */
export function RunForm({ label, busyLabel = "Running …", isBusy, isAway, ...rest }: RunFormProps) {
  return (
    <form
      class="run-form"
      onSubmit={(event) => {
        event.preventDefault();
        rest.onRun();
      }}
    >
      {rest.children}
      <button type="submit" class="button-primary" disabled={isBusy}>
        {isBusy ? busyLabel : isAway ? "Play the recording" : label}
      </button>
      {rest.below}
    </form>
  );
}
