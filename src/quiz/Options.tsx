import type { TickItem } from "./item.ts";
import type { Answer, ViewProps } from "./kind.ts";
import { Prose } from "./Prose.tsx";

interface OptionsProps extends ViewProps<TickItem> {
  input: "radio" | "checkbox";
  /** The answer after an option was ticked or cleared. */
  tick: (answer: Answer, id: string) => Answer;
}

/** The options of an item as native inputs, each with its mark and note once it has one. */
export const Options = ({ input, tick, ...view }: OptionsProps) => (
  <ul class="quiz-options">
    {view.item.options.map((option) => {
      const part = view.parts[option.id];
      const noteId = `${view.name}-${option.id}`;
      return (
        <li key={option.id} data-part={part}>
          <label>
            <input
              type={input}
              name={view.name}
              autocomplete="off"
              value={option.id}
              checked={view.answer.includes(option.id)}
              disabled={view.isLocked}
              aria-describedby={part && noteId}
              onChange={() => view.onAnswer(tick(view.answer, option.id))}
            />
            <Prose html={option.text} />
          </label>
          {part && (
            <p class="quiz-note" id={noteId}>
              <strong>
                <span aria-hidden="true">{view.words[part][0]} </span>
                {view.words[part][1]}
              </strong>{" "}
              <Prose html={option.feedback} />
            </p>
          )}
        </li>
      );
    })}
  </ul>
);
