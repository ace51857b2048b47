import { useId } from "preact/hooks";
import { askWords, saidWords } from "./choice-words.ts";
import { awaitsPing, type Said } from "./model.ts";
import type { UpgradeLab } from "./upgrade-lab.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: UpgradeLab }) {
  const isAboutPings = awaitsPing(lab.settings.value);
  const asks = [
    "firstRequest",
    "endsOn",
    ...(isAboutPings ? (["whoPings"] as const) : []),
  ] as const;
  return (
    <fieldset class="upgrade-prediction">
      <legend>You say</legend>
      {asks.map((ask) => (
        <Question key={ask} lab={lab} ask={ask} />
      ))}
    </fieldset>
  );
}

function Question({ lab, ask }: { lab: UpgradeLab; ask: keyof Said }) {
  const name = useId();
  return (
    <div class="upgrade-question" role="radiogroup" aria-label={askWords[ask]}>
      <span class="field-label">{askWords[ask]}</span>
      {Object.entries(saidWords[ask]).map(([value, label]) => (
        <label key={value} class="tick">
          <input
            type="radio"
            name={name}
            checked={lab.said.value[ask] === value}
            onChange={() => lab.say({ [ask]: value })}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
