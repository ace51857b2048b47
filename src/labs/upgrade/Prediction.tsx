import { OneOf } from "#ui/Choice.tsx";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import { askWords, saidWords } from "./choice-words.ts";
import { awaitsPing } from "./model.ts";
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
    <FieldGroup>
      {asks.map((ask) => (
        <OneOf
          key={ask}
          label={askWords[ask]}
          answers={saidWords[ask]}
          chosen={lab.said.value[ask]}
          onChoose={(answer) => lab.say({ [ask]: answer })}
        />
      ))}
    </FieldGroup>
  );
}
