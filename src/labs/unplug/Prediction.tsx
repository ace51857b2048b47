import { useId } from "preact/hooks";
import type { Said } from "./outcome.ts";
import { scripts } from "./script.ts";
import type { UnplugLab } from "./unplug-lab.ts";

/** The reader says how it will end for Bob, before it happens. */
export function Prediction({ lab }: { lab: UnplugLab }) {
  const steps = scripts[lab.settings.value.scenario];
  const news = steps.reduce((sum, step) => sum + (step.do === "news" ? step.times : 0), 0);
  const orders = steps.reduce(
    (sum, step) => sum + (step.do === "orders" && step.who === "Bob" ? step.times : 0),
    0,
  );
  return (
    <fieldset class="unplug-prediction">
      <legend>You say: how will it end for Bob?</legend>
      {news > 0 ? <Guess lab={lab} ask="missedNews" label="News he misses" most={news} /> : null}
      {orders > 0 ? (
        <Guess lab={lab} ask="missedOrders" label="Orders never carried out" most={orders} />
      ) : null}
      <Guess lab={lab} ask="doubled" label="Handled more than once" most={news + orders} />
    </fieldset>
  );
}

interface GuessProps {
  lab: UnplugLab;
  ask: keyof Said;
  label: string;
  most: number;
}

function Guess({ lab, ask, label, most }: GuessProps) {
  const id = useId();
  const said = lab.said.value[ask];
  return (
    <div class="unplug-guess">
      <label for={id}>{label}</label>
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
