import { OneOf, SomeOf } from "#ui/Choice.tsx";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { laneNames, type Said, type Transport, transports, type Visitor } from "./model.ts";
import { asksOf } from "./outcome.ts";
import type { TransportsLab } from "./transports-lab.ts";
import { askWords, visitorWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: TransportsLab }) {
  const settings = lab.settings.value;
  const lanes = namesOf(transports.filter((lane) => settings.lanes.includes(lane)));
  return (
    <FieldGroup>
      {asksOf(settings).map((ask) =>
        ask === "requests" ? (
          <Requests key={ask} lab={lab} />
        ) : ask === "latest" ? (
          <OneOf
            key={ask}
            label={askWords[ask]}
            answers={lanes}
            chosen={lab.said.value.latest}
            onChoose={(lane) => lab.say({ latest: lane })}
          />
        ) : ask === "stillWorks" ? (
          <Several<Visitor> key={ask} lab={lab} ask={ask} answers={visitorWords} />
        ) : (
          <Several<Transport> key={ask} lab={lab} ask={ask} answers={lanes} />
        ),
      )}
    </FieldGroup>
  );
}

const namesOf = (lanes: readonly Transport[]): Partial<Record<Transport, string>> =>
  Object.fromEntries(lanes.map((lane) => [lane, laneNames[lane]]));

interface SeveralProps<Id extends string> {
  lab: TransportsLab;
  ask: "fewestRequests" | "stillWorks";
  answers: Partial<Record<Id, string>>;
}

function Several<Id extends Transport | Visitor>({ lab, ask, answers }: SeveralProps<Id>) {
  const said = (lab.said.value[ask] ?? []) as readonly Id[];
  return (
    <SomeOf
      label={askWords[ask]}
      answers={answers}
      chosen={said}
      onTick={(id, isTicked) => {
        const others = said.filter((each) => each !== id);
        lab.say({ [ask]: isTicked ? [...others, id] : others } as Partial<Said>);
      }}
    />
  );
}

const Requests = ({ lab }: { lab: TransportsLab }) => (
  <NumberField
    label={`${askWords.requests}, for 5 items in 5 s`}
    value={lab.said.value.requests}
    range={{ from: 0, to: 999 }}
    onChange={(requests) => lab.say({ requests })}
    onEmpty={() => lab.unsay("requests")}
  />
);
