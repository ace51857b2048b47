import { useId } from "preact/hooks";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { comparisons, type Place, places, type Said } from "./model.ts";
import { asksOf } from "./outcome.ts";
import type { StreamLab } from "./stream-lab.ts";
import { askWords, comparedWords, placeWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: StreamLab }) {
  return (
    <fieldset class="stream-prediction">
      <legend>You say</legend>
      {asksOf(lab.settings.value).map((ask) => (
        <Question key={ask} ask={ask} lab={lab} />
      ))}
    </fieldset>
  );
}

function Question({ ask, lab }: { ask: keyof Said; lab: StreamLab }) {
  if (ask === "reads") return <Reads lab={lab} />;
  if (ask === "compared") return <ComparedReads lab={lab} />;
  if (ask === "waitsIn") return <WaitsIn lab={lab} />;
  return <YesNo ask={ask} lab={lab} />;
}

/** The choice that stands for no answer yet. */
const open = "";

function YesNo({ ask, lab }: { ask: "isWhole" | "isLost"; lab: StreamLab }) {
  const said = lab.said.value[ask];
  return (
    <Segmented<string>
      label={askWords[ask]}
      value={said === undefined ? open : said ? "yes" : "no"}
      options={["yes", "no"].map((value) => ({ value, label: value }))}
      onChange={(value) => lab.say({ [ask]: value === "yes" })}
    />
  );
}

function ComparedReads({ lab }: { lab: StreamLab }) {
  return (
    <Segmented<string>
      label={askWords.compared}
      value={lab.said.value.compared ?? open}
      options={comparisons.map((value) => ({ value, label: comparedWords[value] }))}
      onChange={(value) => {
        const compared = comparisons.find((one) => one === value);
        if (compared) lab.say({ compared });
      }}
    />
  );
}

function WaitsIn({ lab }: { lab: StreamLab }) {
  const waiting = places.filter((place) => place !== "read");
  return (
    <Select<string>
      label={askWords.waitsIn}
      value={lab.said.value.waitsIn ?? open}
      options={[
        { value: open, label: "…" },
        ...waiting.map((value) => ({ value, label: placeWords[value] })),
      ]}
      onChange={(value) => {
        if (value === open) lab.unsay("waitsIn");
        else lab.say({ waitsIn: value as Place });
      }}
    />
  );
}

function Reads({ lab }: { lab: StreamLab }) {
  const id = useId();
  return (
    <div class="stream-number">
      <label class="field-label" for={id}>
        {askWords.reads}
      </label>
      <input
        id={id}
        class="field-control"
        type="number"
        inputMode="numeric"
        min="0"
        max="999"
        value={lab.said.value.reads ?? ""}
        onInput={({ currentTarget: { value } }) => {
          const number = Number.parseInt(value, 10);
          if (Number.isInteger(number)) lab.say({ reads: number });
          else lab.unsay("reads");
        }}
      />
    </div>
  );
}
