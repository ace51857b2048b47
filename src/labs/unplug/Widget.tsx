import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { ByHand } from "./ByHand.tsx";
import { type CallLines, Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings } from "./is-settings.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { Script } from "./Script.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import { useUnplugLab } from "./use-unplug-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: CallLines;
}

const frame = { id: "unplug", presets, isSettings, queryOf, replays: true };

/** The unplug lab. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useUnplugLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        code={<Code lab={lab} lines={props.lines} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        {lab.settings.value.scenario === "by-hand" ? <ByHand lab={lab} /> : <Script lab={lab} />}
        <Timeline
          spaceTime={spaceTime(
            run?.observations ?? [],
            run?.clocks ?? {},
            lanes,
            run?.stage !== "running",
          )}
          isFresh={run?.stage === "done" && !run.isReplay}
          hint="Say what Bob will miss. Then run it, and watch it here."
        />
      </LabFrame>
    </div>
  );
}

const lanes = ["Ann", "server", "Bob"];
