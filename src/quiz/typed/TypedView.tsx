import type { NumberItem, TextItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { typedPart } from "./typed-part.ts";

interface TypedViewProps<I extends NumberItem | TextItem> {
  view: ViewProps<I>;
  label: string;
  /** The key as it is shown. */
  keyText: string;
  inputMode: "decimal" | "text";
  /** Most characters; longer than any answer that a reader could mean. */
  longest: number;
}

const TypedNote = ({ view }: { view: ViewProps<NumberItem | TextItem> }) => {
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

/** A field for an answer to type. What was typed stays. */
export const TypedView = <I extends NumberItem | TextItem>(props: TypedViewProps<I>) => {
  const { view, label, keyText, inputMode, longest } = props;
  const { name, parts } = view;
  const [typed = ""] = view.answer;
  return (
    <div class="quiz-typed" data-part={parts[typedPart]} data-input={inputMode}>
      <p>
        <label for={`${name}-typed`}>{label}</label>
        <input
          id={`${name}-typed`}
          type="text"
          inputmode={inputMode}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={longest}
          value={typed}
          readOnly={view.isLocked}
          aria-describedby={parts[typedPart] && `${name}-note`}
          onInput={(event) => {
            const { value } = event.currentTarget;
            view.onAnswer(value === "" ? [] : [value]);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || view.isLocked) return;
            // Taken: what stands around the field must not take it as well.
            event.preventDefault();
            view.onCheck();
          }}
        />
      </p>
      <TypedNote view={view as unknown as ViewProps<NumberItem | TextItem>} />
      {view.shownKey && parts[typedPart] === "wrong" && (
        <p class="quiz-key">
          <strong>
            <span aria-hidden="true">{view.words.missed[0]} </span>
            {view.words.missed[1]} {keyText}.
          </strong>
        </p>
      )}
    </div>
  );
};
