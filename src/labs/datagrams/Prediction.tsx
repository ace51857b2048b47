import { useId } from "preact/hooks";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { NumberField } from "./NumberField.tsx";
import { type Ask, asksOf } from "./outcome.ts";
import { askWords, choicesOf } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: DatagramsLab }) {
  return (
    <fieldset class="datagrams-prediction">
      <legend>You say</legend>
      {asksOf(lab.settings.value).map((ask) =>
        choicesOf[ask] ? (
          <Choice key={ask} lab={lab} ask={ask} />
        ) : (
          <Count key={ask} lab={lab} ask={ask} />
        ),
      )}
    </fieldset>
  );
}

interface AskProps {
  lab: DatagramsLab;
  ask: Ask;
}

function Count({ lab, ask }: AskProps) {
  const said = lab.said.value[ask];
  return (
    <NumberField
      label={askWords[ask]}
      value={said === undefined ? undefined : Number(said)}
      range={{ from: 0, to: 1000 }}
      onChange={(count) => lab.say({ [ask]: String(count) })}
      onEmpty={() => lab.unsay(ask)}
    />
  );
}

function Choice({ lab, ask }: AskProps) {
  const name = useId();
  return (
    <fieldset class="datagrams-choice">
      <legend class="field-label">{askWords[ask]}</legend>
      {Object.entries(choicesOf[ask] ?? {}).map(([id, words]) => (
        <label key={id} class="tick">
          <input
            type="radio"
            name={name}
            checked={lab.said.value[ask] === id}
            onChange={() => lab.say({ [ask]: id })}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
