import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import { openRun, saveRun } from "#lab-kit/run-files.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { Lanes } from "./Lanes.tsx";
import { isSettings } from "./model.ts";
import type { NodesLab } from "./nodes-lab.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import { useNodesLab } from "./use-nodes-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

/** The nodes lab: two servers, a prediction, a run, and where each request went. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useNodesLab(props);
  const run = lab.run.value;
  const hasRun = run !== undefined && run.observations.length > 0;
  return (
    <div ref={root}>
      <LabFrame
        lab="nodes"
        preset={lab.startPreset}
        about={presets[lab.startPreset].title}
        title={props.title}
        leavesOut={props.leavesOut}
        sources={props.sources}
        state={lab.state.value}
        {...(hasRun && { provenance: provenanceOf(run.observations) })}
        {...(lab.problem.value && { failure: lab.problem.value })}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run && run.stage !== "running" ? <Results lab={lab} /> : undefined}
        code={<Code lab={lab} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
        onReset={() => lab.reset()}
        {...(hasRun && { onSaveRun: () => saveRun(lab) })}
        onOpenRun={(file) => void openRun(lab, file, { id: "nodes", isSettings })}
        linkOf={() => linkOf(lab)}
      >
        <Lanes run={run} />
      </LabFrame>
    </div>
  );
}

const linkOf = (lab: NodesLab): string =>
  `${location.origin}/labs/nodes/?${queryOf(lab.settings.value, lab.startPreset)}`;
