import type { MatchItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { rightOf, rightText, withPair } from "./pair.ts";

interface MatchRowProps extends ViewProps<MatchItem> {
  left: MatchItem["left"][number];
}

/** What became of one pair, in words that stay true when the reader chooses anew. */
const PairNote = ({ left, ...view }: MatchRowProps) => {
  const part = view.parts[left.id];
  if (!part) return null;
  const isRight = part === "right";
  const given = rightText(view.item, rightOf(view.marked, left.id));
  return (
    <p class="quiz-note" id={`${view.name}-${left.id}-note`}>
      <strong>
        <span aria-hidden="true">{view.words[part][0]} </span>
        {isRight ? view.words[part][1] : `Not “${given}”.`}
      </strong>{" "}
      <Prose html={view.notes[left.id] ?? ""} />
      {view.shownKey && !isRight && (
        <strong class="quiz-pair-key">
          <span aria-hidden="true">{view.words.missed[0]} </span>
          {view.words.missed[1]} “{rightText(view.item, left.right)}”.
        </strong>
      )}
    </p>
  );
};

const MatchRow = (row: MatchRowProps) => {
  const { item, left, name, answer } = row;
  const selectId = `${name}-${left.id}`;
  return (
    <li data-part={row.parts[left.id]}>
      <div class="quiz-pair">
        <label for={selectId}>
          <Prose html={left.text} />
        </label>
        <select
          id={selectId}
          autocomplete="off"
          disabled={row.isLocked}
          value={rightOf(answer, left.id)}
          aria-describedby={row.parts[left.id] && `${selectId}-note`}
          onChange={(event) => row.onAnswer(withPair(answer, left.id, event.currentTarget.value))}
        >
          <option value="">choose …</option>
          {item.right.map((right) => (
            <option key={right.id} value={right.id}>
              {right.text}
            </option>
          ))}
        </select>
      </div>
      <PairNote {...row} />
    </li>
  );
};

/** Left sides, each with a list of the browser to choose its right side from. */
export const MatchView = (view: ViewProps<MatchItem>) => (
  <>
    <ul class="quiz-match">
      {view.item.left.map((left) => (
        <MatchRow {...view} key={left.id} left={left} />
      ))}
    </ul>
    <p class="quiz-rights">
      To choose from: {view.item.right.map((right) => right.text).join("; ")}.
    </p>
  </>
);
