import { FieldGroup } from "#ui/FieldGroup.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { comparisons, type Place, places, type Said } from "./model.ts";
import { asksOf } from "./outcome.ts";
import type { StreamLab } from "./stream-lab.ts";
import { askWords, comparedWords, placeWords } from "./words.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: StreamLab }) {
  return (
    <FieldGroup>
      {asksOf(lab.settings.value).map((ask) => (
        <Question key={ask} ask={ask} lab={lab} />
      ))}
    </FieldGroup>
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

const Reads = ({ lab }: { lab: StreamLab }) => (
  <NumberField
    label={askWords.reads}
    value={lab.said.value.reads}
    range={{ from: 0, to: 999 }}
    onChange={(reads) => lab.say({ reads })}
    onEmpty={() => lab.unsay("reads")}
  />
);
