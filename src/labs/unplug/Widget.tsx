import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import { openRun, saveRun } from "#lab-kit/run-files.ts";
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
import type { UnplugLab } from "./unplug-lab.ts";
import { useUnplugLab } from "./use-unplug-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: CallLines;
}

/** The unplug lab. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useUnplugLab(props);
  const run = lab.run.value;
  const hasRun = run !== undefined && run.observations.length > 0;
  return (
    <div ref={root}>
      <LabFrame
        lab="unplug"
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
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        code={<Code lab={lab} lines={props.lines} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
        onReset={() => lab.reset()}
        {...(hasRun && { onReplay: () => lab.replay(), onSaveRun: () => saveRun(lab) })}
        onOpenRun={(file) => void openRun(lab, file, { id: "unplug", isSettings })}
        linkOf={() => linkOf(lab)}
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

const linkOf = (lab: UnplugLab): string =>
  `${location.origin}/labs/unplug/?${queryOf(lab.settings.value, lab.startPreset)}`;
