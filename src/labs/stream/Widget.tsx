import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
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
import { useStreamLab } from "./use-stream-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server, and the reading code as it runs. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: TakeLines;
}

const noRun = { observations: [] };

const frame = { id: "stream", presets, isSettings, queryOf };

/** The stream lab: what is written, a prediction, a run, and how the bytes were cut. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useStreamLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        code={
          lab.settings.value.show === "messages" ? (
            <Code lab={lab} lines={props.lines} />
          ) : undefined
        }
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Strip settings={run?.settings ?? lab.settings.value} run={run ?? noRun} />
      </LabFrame>
    </div>
  );
}
