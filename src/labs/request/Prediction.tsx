import { useId } from "preact/hooks";
import { askOf, askWords } from "./asks.ts";
import type { RequestLab } from "./request-lab.ts";
import { toggled } from "./toggled.ts";

/** The reader says how the run will end, before it does. */
export function Prediction({ lab }: { lab: RequestLab }) {
  const name = useId();
  const ask = askOf(lab.settings.value);
  const { label, isSeveral, options } = askWords[ask];
  const said = lab.said.value[ask] ?? [];
  return (
    <fieldset class="request-prediction">
      <legend>You say</legend>
      <fieldset class="request-question">
        <legend class="field-label">{label}</legend>
        {Object.entries(options).map(([id, text]) => (
          <label key={id} class="tick">
            <input
              type={isSeveral ? "checkbox" : "radio"}
              name={`${name}-${ask}`}
              checked={said.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                lab.say({ [ask]: isSeveral ? toggled(said, id, checked) : [id] })
              }
            />
            {text}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}
