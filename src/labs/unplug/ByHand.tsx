import type { ActingStep } from "./act.ts";
import { type ClientName, clientNames } from "./model.ts";
import type { UnplugLab } from "./unplug-lab.ts";

const ofClient = (who: ClientName): [label: string, step: ActingStep][] => [
  ["order", { do: "orders", who, times: 1 }],
  ["cut", { do: "cut", who }],
  ["pull cable", { do: "pull", who }],
  ["network back", { do: "plug", who }],
  ["disconnect()", { do: "disconnect", who }],
  ["connect()", { do: "connect", who }],
  ["drop connection", { do: "give-up", who }],
  ["ban", { do: "kick", who }],
  ["no listener", { do: "listeners", who, times: 0 }],
  ["one listener", { do: "listeners", who, times: 1 }],
  ["two listeners", { do: "listeners", who, times: 2 }],
];

const ofServer: [label: string, step: ActingStep][] = [
  ["news", { do: "news", times: 1 }],
  ["three news", { do: "news", times: 3 }],
  ["restart", { do: "restart" }],
];

/** A button for each thing that a script can do; live while a run by hand is underway. */
export function ByHand({ lab }: { lab: UnplugLab }) {
  const isUnderway = lab.isByHand && lab.run.value?.stage === "running";
  return (
    <div class="unplug-hand">
      <Row title="Server" steps={ofServer} lab={lab} isUnderway={isUnderway} />
      {clientNames.map((who) => (
        <Row key={who} title={who} steps={ofClient(who)} lab={lab} isUnderway={isUnderway} />
      ))}
      <button
        type="button"
        class="button-quiet"
        disabled={!isUnderway}
        onClick={() => void lab.finish()}
      >
        End the run
      </button>
    </div>
  );
}

interface RowProps {
  title: string;
  steps: [label: string, step: ActingStep][];
  lab: UnplugLab;
  isUnderway: boolean;
}

function Row({ title, steps, lab, isUnderway }: RowProps) {
  return (
    <fieldset disabled={!isUnderway}>
      <legend>{title}</legend>
      {steps.map(([label, step]) => (
        <button
          key={label}
          type="button"
          class="unplug-act"
          aria-label={`${title}: ${label}`}
          onClick={() => void lab.act(step)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
