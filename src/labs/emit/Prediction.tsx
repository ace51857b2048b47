import { ackOutcomes } from "./ack-outcome.ts";
import { ackWords } from "./ack-words.ts";
import type { EmitLab } from "./emit-lab.ts";
import { clientNames, guestName, type PageCallId } from "./model.ts";

/** The reader says who will get it, before it happens. */
export function Prediction({ lab }: { lab: EmitLab }) {
  const { receivers } = lab.said.value;
  const names = lab.view.value.guests > 0 ? [...clientNames, guestName] : clientNames;
  const toggle = (who: string, isTicked: boolean) => {
    const others = (receivers ?? []).filter((name) => name !== who);
    lab.say({ receivers: isTicked ? [...others, who] : others });
  };
  return (
    <fieldset class="emit-prediction">
      <legend>You say: who will get it?</legend>
      {names.map((who) => (
        <label key={who} class="tick">
          <input
            type="checkbox"
            checked={receivers?.includes(who) ?? false}
            onChange={(event) => toggle(who, event.currentTarget.checked)}
          />
          {who}
        </label>
      ))}
      <label class="tick">
        <input
          type="checkbox"
          checked={receivers?.length === 0}
          onChange={(event) =>
            event.currentTarget.checked ? lab.say({ receivers: [] }) : lab.unsay("receivers")
          }
        />
        nobody
      </label>
      {asksForAck(lab) ? <AckPrediction lab={lab} /> : null}
    </fieldset>
  );
}

const asking: readonly PageCallId[] = ["ack", "timeout"];
const asksForAck = ({ settings: { value } }: EmitLab): boolean =>
  value.from !== "server" && asking.includes(value.pageCall);

function AckPrediction({ lab }: { lab: EmitLab }) {
  const name = `ack-${lab.settings.value.from}`;
  return (
    <div class="emit-ack" role="radiogroup" aria-label="What the caller’s callback gets">
      <span class="field-label">{lab.settings.value.from}’s callback gets</span>
      {ackOutcomes.map((outcome) => (
        <label key={outcome} class="tick">
          <input
            type="radio"
            name={name}
            checked={lab.said.value.ack === outcome}
            onChange={() => lab.say({ ack: outcome })}
          />
          {ackWords[outcome]}
        </label>
      ))}
    </div>
  );
}
