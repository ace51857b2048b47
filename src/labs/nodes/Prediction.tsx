import { useId } from "preact/hooks";
import { shares } from "./model.ts";
import type { NodesLab } from "./nodes-lab.ts";
import { type Ask, asksOf } from "./outcome.ts";
import { askWords, shareWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: NodesLab }) {
  return (
    <fieldset class="nodes-prediction">
      <legend>You say</legend>
      {asksOf(lab.settings.value).map((ask) => (
        <Question key={ask} lab={lab} ask={ask} />
      ))}
    </fieldset>
  );
}

function Question({ lab, ask }: { lab: NodesLab; ask: Ask }) {
  const name = useId();
  return (
    <div class="nodes-question" role="radiogroup" aria-label={askWords[ask]}>
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
