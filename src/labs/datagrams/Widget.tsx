import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import { openRun, saveRun } from "#lab-kit/run-files.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Controls } from "./Controls.tsx";
import { Drawing } from "./Drawing.tsx";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { isSettings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import { useDatagramsLab } from "./use-datagrams-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

/** The datagrams lab: a load, a prediction, a run, and who counted what. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useDatagramsLab(props);
  const run = lab.run.value;
  const hasRun = run !== undefined && run.observations.length > 0;
  return (
    <div ref={root}>
      <LabFrame
        lab="datagrams"
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
        results={run ? <Results lab={lab} /> : undefined}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
        onReset={() => lab.reset()}
        {...(hasRun && { onSaveRun: () => saveRun(lab) })}
        onOpenRun={(file) => void openRun(lab, file, { id: "datagrams", isSettings })}
        linkOf={() => linkOf(lab)}
      >
        <Drawing lab={lab} />
      </LabFrame>
    </div>
  );
}

const linkOf = (lab: DatagramsLab): string =>
  `${location.origin}/labs/datagrams/?${queryOf(lab.settings.value, lab.startPreset)}`;
