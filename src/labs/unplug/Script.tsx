import { useId } from "preact/hooks";
import { scripts } from "./script.ts";
import { stepWords } from "./step-words.ts";
import type { UnplugLab } from "./unplug-lab.ts";

/** What will be done, step by step; the one that is underway is marked. */
export function Script({ lab }: { lab: UnplugLab }) {
  const id = useId();
  const now = lab.step.value;
  const steps = scripts[lab.settings.value.scenario];
  return (
    <div class="unplug-script">
      <p id={id}>The script</p>
      <ol aria-labelledby={id}>
        {steps.map((step, index) => (
          <li
            key={index}
            class={step.do === "until" || step.do === "settle" ? "is-wait" : ""}
            aria-current={index === now ? "step" : undefined}
          >
            {stepWords(step)}
          </li>
        ))}
        <li class="is-wait" aria-current={now === steps.length ? "step" : undefined}>
          {stepWords({ do: "settle" })}
        </li>
      </ol>
    </div>
  );
}
