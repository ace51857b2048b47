import { OneOf, SomeOf } from "#ui/Choice.tsx";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import { askOf, askWords } from "./asks.ts";
import type { RequestLab } from "./request-lab.ts";
import { toggled } from "./toggled.ts";

/** The reader says how the run will end, before it does. */
export function Prediction({ lab }: { lab: RequestLab }) {
  const ask = askOf(lab.settings.value);
  const { label, isSeveral, options } = askWords[ask];
  const said = lab.said.value[ask] ?? [];
  const question = { label, answers: options, isStacked: true };
  return (
    <FieldGroup>
      {isSeveral ? (
        <SomeOf
          key={ask}
          {...question}
          chosen={said}
          onTick={(id, isTicked) => lab.say({ [ask]: toggled(said, id, isTicked) })}
        />
      ) : (
        <OneOf
          key={ask}
          {...question}
          chosen={said[0]}
          onChoose={(id) => lab.say({ [ask]: [id] })}
        />
      )}
    </FieldGroup>
  );
}
