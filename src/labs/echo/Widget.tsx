import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import { useLab } from "#lab-kit/use-lab.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { EchoLab } from "./echo-lab.ts";
import "./widget.css";

/** One client, one button: what it says comes back. */
export default function Widget(props: LabTexts) {
  const { lab, root } = useLab((ended) => new EchoLab(props.failures, ended));
  const { run: shown, state, problem } = lab.bench;
  const run = shown.value;
  const observations = run?.observations ?? [];
  const clocks = run?.clocks ?? {};
  return (
    <div ref={root}>
      <LabFrame
        lab="echo"
        {...props}
        state={state.value}
        {...(observations.length > 0 && { provenance: provenanceOf(observations) })}
        {...(problem.value && { failure: problem.value })}
        status={run?.stage === "done" ? "The server has said it back." : ""}
        controls={<Controls lab={lab} />}
        log={<Log observations={observations} clocks={clocks} />}
      >
        <Timeline
          spaceTime={spaceTime(observations, clocks, ["Ann", "server"])}
          hint="Press the button, and watch what comes back."
        />
      </LabFrame>
    </div>
  );
}

const choices = ["1", "2", "3"] as const;

function Controls({ lab }: { lab: EchoLab }) {
  return (
    <div class="echo-controls">
      <Segmented
        label="How often the server answers"
        value={lab.times.value}
        options={choices.map((value) => ({ value, label: value }))}
        onChange={(times) => {
          lab.times.value = times;
        }}
      />
      <button type="button" class="button-primary" onClick={() => void lab.say()}>
        Say hello
      </button>
    </div>
  );
}
