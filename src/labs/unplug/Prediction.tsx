import { useId } from "preact/hooks";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import type { Said } from "./outcome.ts";
import { guessWords } from "./prediction.ts";
import type { UnplugLab } from "./unplug-lab.ts";
import { usesOf } from "./uses.ts";

/** The reader says how it will end for Bob, before it happens. */
export function Prediction({ lab }: { lab: UnplugLab }) {
  const { news, orders } = usesOf(lab.settings.value.scenario);
  return (
    <FieldGroup legend="You say: how many?">
      {news > 0 ? <Guess lab={lab} ask="missedNews" most={news} /> : null}
      {orders.Bob > 0 ? <Guess lab={lab} ask="missedOrders" most={orders.Bob} /> : null}
      <Guess lab={lab} ask="doubled" most={news + orders.Bob} />
    </FieldGroup>
  );
}

interface GuessProps {
  lab: UnplugLab;
  ask: keyof Said;
  most: number;
}

function Guess({ lab, ask, most }: GuessProps) {
  const id = useId();
  const said = lab.said.value[ask];
  return (
    <div class="unplug-guess">
      <label for={id}>{guessWords[ask]}</label>
      <select
        id={id}
        class="field-control select"
        value={said === undefined ? "" : String(said)}
        onChange={({ currentTarget: { value } }) =>
          value === "" ? lab.unsay(ask) : lab.say({ [ask]: Number(value) })
        }
      >
        <option value="">?</option>
        {Array.from({ length: most + 1 }, (_, number) => (
          <option key={number} value={String(number)}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
}
