import type { Item } from "./item.ts";
import type { Kind } from "./kind.ts";
import { LabLink } from "./LabLink.tsx";
import { Prose } from "./Prose.tsx";
import type { Play } from "./play.ts";
import { statusOf } from "./status.ts";

interface StatusLineProps {
  kind: Kind<Item>;
  item: Item;
  play: Play;
}

/** Announces where the reader stands, and hints as they come: only what is new is read out. */
export const StatusLine = ({ kind, item, play }: StatusLineProps) => {
  const { sign, text, leadsToLab } = statusOf(kind, play);
  const lab = leadsToLab && "lab" in item ? item : undefined;
  return (
    <div class="quiz-status" role="status" aria-atomic="false">
      {text && (
        <p>
          {sign && <strong aria-hidden="true">{sign} </strong>}
          {text}
          {lab && " "}
          {lab && <LabLink lab={lab.lab} preset={lab.preset} />}
        </p>
      )}
      {item.hints.slice(0, play.hintsShown).map((hint) => (
        <p key={hint}>
          <strong>Hint. </strong>
          <Prose html={hint} />
        </p>
      ))}
    </div>
  );
};
