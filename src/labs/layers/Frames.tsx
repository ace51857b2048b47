import { frameWords, wayWords } from "./frame-words.ts";
import type { ShownFrame } from "./shown-run.ts";

export interface FramesProps {
  frames: readonly ShownFrame[];
  chosen: ShownFrame;
  onChoose: (number: number) => void;
}

/** The frames of a run, where it has several. */
export function Frames({ frames, chosen, onChoose }: FramesProps) {
  if (frames.length < 2) return null;
  return (
    <ol class="layers-frames" aria-label="Frames">
      {frames.map((frame) => (
        <li key={frame.number}>
          <button
            type="button"
            class="row-button"
            aria-pressed={frame.number === chosen.number}
            onClick={() => onChoose(frame.number)}
          >
            <span>{wayWords(frame)}</span>
            <span class="layers-quiet">{frameWords(frame)}</span>
            <span class="layers-size">{frame.bytes.length.toLocaleString("en")} bytes</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
