import type { NumberItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { amountText } from "./amount-text.ts";
import { typedPart } from "./mark-number.ts";

/** Longer than any number that a reader could mean. */
const LONGEST = 40;

const NumberNote = (view: ViewProps<NumberItem>) => {
  const part = view.parts[typedPart];
  if (!part) return null;
  const [typed = ""] = view.marked;
  const isRight = part === "right";
  return (
    <p class="quiz-note" id={`${view.name}-note`}>
      <strong>
        <span aria-hidden="true">{view.words[part][0]} </span>
        {isRight ? view.words[part][1] : `Not ${typed.trim()}.`}
      </strong>{" "}
      <Prose html={view.notes[typedPart] ?? ""} />
    </p>
  );
};

/** A field for a number, and its unit. What was typed stays. */
export const NumberView = (view: ViewProps<NumberItem>) => {
  const { item, name, parts } = view;
  const [typed = ""] = view.answer;
  return (
    <div class="quiz-number" data-part={parts[typedPart]}>
      <p>
        <label for={`${name}-number`}>
          {item.unit === "" ? "Your answer" : `Your answer, in ${item.unit}`}
        </label>
        <input
          id={`${name}-number`}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck={false}
          maxLength={LONGEST}
          value={typed}
          readOnly={view.isLocked}
          aria-describedby={parts[typedPart] && `${name}-note`}
          onInput={(event) => {
            const { value } = event.currentTarget;
            view.onAnswer(value === "" ? [] : [value]);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !view.isLocked) view.onCheck();
          }}
        />
      </p>
      <NumberNote {...view} />
      {view.shownKey && parts[typedPart] === "wrong" && (
        <p class="quiz-key">
          <strong>
            <span aria-hidden="true">{view.words.missed[0]} </span>
            {view.words.missed[1]} {amountText(item)}.
          </strong>
        </p>
      )}
    </div>
  );
};
