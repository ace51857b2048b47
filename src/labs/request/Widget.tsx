import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { type CallLines, Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings, programNames } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import { useRequestLab } from "./use-request-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: CallLines;
}

const frame = { id: "request", presets, isSettings, queryOf, replays: true };

/** The request lab: two programs, a prediction, a run, and who was client and who server in it. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useRequestLab(props);
  const run = lab.run.value;
  return (
    <div ref={root} class={`request-lab is-${lab.settings.value.way}`}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        code={<Code lab={lab} lines={props.lines} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Timeline
          spaceTime={spaceTime(
            run?.observations ?? [],
            run?.clocks ?? {},
            programNames,
            run?.stage !== "running",
          )}
          isFresh={run?.stage === "done" && !run.isReplay}
          hint="Say how it will end. Then run it, and watch it here."
        />
      </LabFrame>
    </div>
  );
}
