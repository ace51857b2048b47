import { useMemo, useState } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Waterfall } from "#ui/Waterfall.tsx";
import { Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { StepLog } from "./StepLog.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import { steps } from "./steps.ts";
import type { UpgradeLab } from "./upgrade-lab.ts";
import { useUpgradeLab } from "./use-upgrade-lab.ts";
import { waterfallRows } from "./waterfall-rows.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

const frame = { id: "upgrade", presets, isSettings, queryOf };

/** The upgrade lab: options and blocking, a prediction, a run, and its waterfall. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useUpgradeLab(props);
  const run = lab.run.value;
  const [chosen, choose] = useChoice(run?.stage === "running");
  const hasRun = run !== undefined && run.observations.length > 0;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results lab={lab} chosen={chosen} /> : undefined}
        code={<Code lab={lab} />}
        log={<StepLog steps={hasRun ? steps(run.observations, run.clocks) : []} />}
      >
        <Drawing lab={lab} chosen={chosen} onChoose={choose} />
      </LabFrame>
    </div>
  );
}

/** The row that the reader has chosen, forgotten when another run begins. */
function useChoice(isRunning: boolean) {
  const [chosen, choose] = useState<string>();
  if (isRunning && chosen !== undefined) choose(undefined);
  return [chosen, choose] as const;
}

interface DrawingProps {
  lab: UpgradeLab;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

function Drawing({ lab, chosen, onChoose }: DrawingProps) {
  const run = lab.run.value;
  const rows = useMemo(() => (run ? waterfallRows(run.observations, run.clocks) : []), [run]);
  return (
    <Waterfall
      rows={rows}
      chosen={chosen}
      onChoose={onChoose}
      sides={{ client: "Ann", server: "server" }}
      hint="Say what the first request is, and where Ann ends. Then connect, and watch it here."
      caption="Times in ms at the server’s socket; 0 is the first request. → goes to the server, ← comes from it. Dashed: still open. Grey: a pause, cut short. Choose a row to see its steps below."
    />
  );
}
