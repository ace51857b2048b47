import { useId } from "preact/hooks";
import { shares } from "./model.ts";
import type { NodesLab } from "./nodes-lab.ts";
import { type Ask, asks, asksOf } from "./outcome.ts";
import { askWords, shareWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: NodesLab }) {
  return (
    <fieldset class="nodes-prediction">
      <legend>You say</legend>
      {asks.map((ask) => (
        <Question key={ask} lab={lab} ask={ask} isAsked={isAsked(lab, ask)} />
      ))}
    </fieldset>
  );
}

const isAsked = (lab: NodesLab, ask: Ask): boolean => asksOf(lab.settings.value).includes(ask);

interface QuestionProps {
  lab: NodesLab;
  ask: Ask;
  /** One that is not asked keeps its place, so that nothing moves when it is. */
  isAsked: boolean;
}

function Question({ lab, ask, isAsked }: QuestionProps) {
  const name = useId();
  return (
    <div
      class={isAsked ? "nodes-question" : "nodes-question is-not-asked"}
      role="radiogroup"
      aria-label={askWords[ask]}
    >
      <span class="field-label">{askWords[ask]}</span>
      {shares.map((share) => (
        <label key={share} class="tick">
          <input
            type="radio"
            name={name}
            checked={lab.said.value[ask] === share}
            onChange={() => lab.say({ [ask]: share })}
          />
          {shareWords[share]}
        </label>
      ))}
    </div>
  );
}
