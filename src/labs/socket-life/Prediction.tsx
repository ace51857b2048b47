import { questions } from "./prediction.ts";
import type { SocketLifeLab } from "./socket-life-lab.ts";

/** The reader says what will happen, before it does. */
export function Prediction({ lab }: { lab: SocketLifeLab }) {
  const question = questions[lab.settings.value.scenario];
  if (!question) return null;
  return (
    <label class="field">
      <span class="field-label">You say: {question.words}</span>
      <select
        class="field-control select"
        value={lab.said.value.outcome ?? ""}
        disabled={lab.next.value !== undefined}
        onChange={({ currentTarget: { value } }) =>
          value === "" ? lab.unsay("outcome") : lab.say({ outcome: value })
        }
      >
        <option value="">?</option>
        {question.options.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
