import { useId } from "preact/hooks";
import { laneNames, type Said, type Transport, transports, type Visitor } from "./model.ts";
import { asksOf } from "./outcome.ts";
import type { TransportsLab } from "./transports-lab.ts";
import { askWords, visitorWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: TransportsLab }) {
  const settings = lab.settings.value;
  const lanes = transports.filter((lane) => settings.lanes.includes(lane));
  return (
    <fieldset class="transports-prediction">
      <legend>You say</legend>
      {asksOf(settings).map((ask) =>
        ask === "requests" ? (
          <Requests key={ask} lab={lab} />
        ) : ask === "latest" ? (
          <Latest key={ask} lab={lab} lanes={lanes} />
        ) : ask === "stillWorks" ? (
          <Ticks<Visitor> key={ask} lab={lab} ask={ask} words={visitorWords} />
        ) : (
          <Ticks<Transport> key={ask} lab={lab} ask={ask} words={namesOf(lanes)} />
        ),
      )}
    </fieldset>
  );
}

const namesOf = (lanes: readonly Transport[]): Partial<Record<Transport, string>> =>
  Object.fromEntries(lanes.map((lane) => [lane, laneNames[lane]]));

interface TicksProps<Id extends string> {
  lab: TransportsLab;
  ask: "fewestRequests" | "stillWorks";
  words: Partial<Record<Id, string>>;
}

/** One or several of a few. */
function Ticks<Id extends string>({ lab, ask, words }: TicksProps<Id>) {
  const said: readonly string[] = lab.said.value[ask] ?? [];
  const toggle = (id: string, isTicked: boolean) => {
    const others = said.filter((name) => name !== id);
    lab.say({ [ask]: isTicked ? [...others, id] : others } as Partial<Said>);
  };
  return (
    <fieldset class="transports-question">
      <legend class="field-label">{askWords[ask]}</legend>
      {Object.entries<string | undefined>(words).map(([id, label]) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={said.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Latest({ lab, lanes }: { lab: TransportsLab; lanes: readonly Transport[] }) {
  const name = useId();
  return (
    <fieldset class="transports-question">
      <legend class="field-label">{askWords.latest}</legend>
      {lanes.map((lane) => (
        <label key={lane} class="tick">
          <input
            type="radio"
            name={name}
            checked={lab.said.value.latest === lane}
            onChange={() => lab.say({ latest: lane })}
          />
          {laneNames[lane]}
        </label>
      ))}
    </fieldset>
  );
}

function Requests({ lab }: { lab: TransportsLab }) {
  const id = useId();
  const { requests } = lab.said.value;
  return (
    <div class="transports-number">
      <label class="field-label" for={id}>
        {askWords.requests}, for 5 items in 5 s
      </label>
      <input
        id={id}
        class="field-control"
        type="number"
        inputMode="numeric"
        min="0"
        max="999"
        value={requests ?? ""}
        onInput={({ currentTarget: { value } }) => {
          const number = Number.parseInt(value, 10);
          if (Number.isInteger(number)) lab.say({ requests: number });
          else lab.unsay("requests");
        }}
      />
    </div>
  );
}
