import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Controls } from "./Controls.tsx";
import { Drawing } from "./Drawing.tsx";
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

const frame = { id: "datagrams", presets, isSettings, queryOf };

/** The datagrams lab: a load, a prediction, a run, and who counted what. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useDatagramsLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results lab={lab} /> : undefined}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Drawing lab={lab} />
      </LabFrame>
    </div>
  );
}
