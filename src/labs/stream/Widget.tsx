import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import { openRun, saveRun } from "#lab-kit/run-files.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Code, type TakeLines } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { Strip } from "./Strip.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import type { StreamLab } from "./stream-lab.ts";
import { useStreamLab } from "./use-stream-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server, and the reading code as it runs. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: TakeLines;
}

const noRun = { observations: [] };

/** The stream lab: what is written, a prediction, a run, and how the bytes were cut. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useStreamLab(props);
  const { bench } = lab;
  const run = bench.run.value;
  const hasRun = run !== undefined && run.observations.length > 0;
  return (
    <div ref={root}>
      <LabFrame
        lab="stream"
        preset={lab.startPreset}
        about={presets[lab.startPreset].title}
        title={props.title}
        leavesOut={props.leavesOut}
        sources={props.sources}
        state={bench.state.value}
        {...(hasRun && { provenance: provenanceOf(run.observations) })}
        {...(bench.problem.value && { failure: bench.problem.value })}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        code={
          lab.settings.value.show === "messages" ? (
            <Code lab={lab} lines={props.lines} />
          ) : undefined
        }
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
        onReset={() => lab.reset()}
        {...(hasRun && { onSaveRun: () => saveRun(lab) })}
        onOpenRun={(file) => void openRun(lab, file, { id: "stream", isSettings })}
        linkOf={() => linkOf(lab)}
      >
        <Strip settings={run?.settings ?? lab.settings.value} run={run ?? noRun} />
      </LabFrame>
    </div>
  );
}

const linkOf = (lab: StreamLab): string =>
  `${location.origin}/labs/stream/?${queryOf(lab.settings.value, lab.startPreset)}`;
