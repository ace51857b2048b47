import type { CaptureLab } from "./capture-lab.ts";
import { sizeText } from "./stop-words.ts";

/** How far a long task is, and a way to end it. */
export function WorkBar({ lab }: { lab: CaptureLab }) {
  const work = lab.work.value;
  if (!work) return null;
  const { what, progress } = work;
  const { done, total } = progress;
  const says =
    what === "read"
      ? `Reading: ${sizeText(done)} of ${sizeText(total)}`
      : `Searching: packet ${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
  return (
    <div class="capture-work">
      <label>
        <span>{says}</span>
        <progress value={done} max={Math.max(1, total)} />
      </label>
      <button type="button" class="button-quiet" onClick={() => lab.cancel()}>
        Cancel
      </button>
    </div>
  );
}
