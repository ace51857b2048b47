import { OneOf } from "#ui/Choice.tsx";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import type { NodesLab } from "./nodes-lab.ts";
import { asks, asksOf } from "./outcome.ts";
import { askWords, shareWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: NodesLab }) {
  const asked = asksOf(lab.settings.value);
  return (
    <FieldGroup>
      {asks.map((ask) => (
        <OneOf
          key={ask}
          label={askWords[ask]}
          answers={shareWords}
          chosen={lab.said.value[ask]}
          isAsked={asked.includes(ask)}
          onChoose={(share) => lab.say({ [ask]: share })}
        />
      ))}
    </FieldGroup>
  );
}
