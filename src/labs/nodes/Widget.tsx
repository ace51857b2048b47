import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { Lanes } from "./Lanes.tsx";
import { isSettings } from "./model.ts";
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

const frame = { id: "nodes", presets, isSettings, queryOf };

/** The nodes lab: two servers, a prediction, a run, and where each request went. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useNodesLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run && run.stage !== "running" ? <Results lab={lab} /> : undefined}
        code={<Code lab={lab} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Lanes run={run} />
      </LabFrame>
    </div>
  );
}
