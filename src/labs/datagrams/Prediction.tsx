import { OneOf } from "#ui/Choice.tsx";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { type Ask, asksOf } from "./outcome.ts";
import { askWords, choicesOf } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: DatagramsLab }) {
  return (
    <FieldGroup>
      {asksOf(lab.settings.value).map((ask) =>
        choicesOf[ask] ? (
          <Choice key={ask} lab={lab} ask={ask} />
        ) : (
          <Count key={ask} lab={lab} ask={ask} />
        ),
      )}
    </FieldGroup>
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

const Choice = ({ lab, ask }: AskProps) => (
  <OneOf
    label={askWords[ask]}
    answers={choicesOf[ask] ?? {}}
    chosen={lab.said.value[ask]}
    onChoose={(id) => lab.say({ [ask]: id })}
  />
);
