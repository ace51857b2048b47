import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { transportChoices } from "./model.ts";
import type { NodesLab } from "./nodes-lab.ts";
import { Prediction } from "./Prediction.tsx";

const transportWords = { default: "no options", websocket: "WebSocket only" } as const;

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: NodesLab }) {
  const { transports, isSticky, hasAdapter, isEmitting } = lab.settings.value;
  const isBusy = lab.isBusy.value || lab.run.value?.stage === "running";
  return (
    <RunForm label="Connect all" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.start()}>
      <Segmented
        label="Each page connects with"
        value={transports}
        options={transportChoices.map((value) => ({ value, label: transportWords[value] }))}
        onChange={(value) => lab.change({ transports: value })}
      />
      <Segmented
        label="The load balancer gives each request to"
        value={isSticky ? "sticky" : "turn"}
        options={[
          { value: "turn", label: "the next node" },
          { value: "sticky", label: "the client’s node" },
        ]}
        onChange={(value) => lab.change({ isSticky: value === "sticky" })}
      />
      <Segmented
        label="Between the nodes there is"
        value={hasAdapter ? "adapter" : "none"}
        options={[
          { value: "none", label: "nothing" },
          { value: "adapter", label: "an adapter" },
        ]}
        onChange={(value) => lab.change({ hasAdapter: value === "adapter" })}
      />
      <Segmented
        label="Then node 1"
        value={isEmitting ? "emits" : "nothing"}
        options={[
          { value: "nothing", label: "does nothing" },
          { value: "emits", label: "emits to all" },
        ]}
        onChange={(value) => lab.change({ isEmitting: value === "emits" })}
      />
      <Prediction lab={lab} />
    </RunForm>
  );
}
