import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { provenanceOf } from "#lab-kit/observation.ts";
import type { Recording } from "#lab-kit/recording.ts";
import { useLab } from "#lab-kit/use-lab.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { ConnectionLab } from "./connection-lab.ts";
import "./widget.css";

const recordings = import.meta.glob<Recording>("./recordings/*.json", { import: "default" });

const recording = async () => recordings["./recordings/default.json"]?.().catch(() => undefined);

/** The reader's own connection, drawn as it comes up. */
export default function Widget(props: LabTexts) {
  const { failures } = props;
  const { lab, root } = useLab((ended) => new ConnectionLab({ failures, ended, recording }));
  const { run: shown, state, problem } = lab.bench;
  const run = shown.value;
  const observations = run?.observations ?? [];
  const clocks = run?.clocks ?? {};
  return (
    <div ref={root} class="connection">
      <LabFrame
        lab="connection"
        {...props}
        state={state.value}
        {...(observations.length > 0 && { provenance: provenanceOf(observations) })}
        {...(problem.value && { failure: problem.value })}
        status={statusOf(run)}
        results={<Actions lab={lab} />}
        log={<Log observations={observations} clocks={clocks} />}
      >
        <Timeline
          spaceTime={spaceTime(observations, clocks, ["You", "server"])}
          hint="Your connection is drawn here as it comes up."
        />
      </LabFrame>
    </div>
  );
}

function statusOf(run: ConnectionLab["bench"]["run"]["value"]): string {
  if (!run || run.stage === "running") return "";
  if (run.stage === "stuck") return "Not all of it came up in time; what did is drawn.";
  const isAnswered = run.observations.some(({ what }) => what === "ack-received");
  const begins = run.isReplay ? "In this recording a page" : "This page";
  return isAnswered
    ? "Your hello was acknowledged."
    : `${begins} began with HTTP polling and went on over WebSocket.`;
}

function Actions({ lab }: { lab: ConnectionLab }) {
  const isOff = lab.bench.view.value.state !== "live";
  return (
    <div class="connection-actions">
      <button type="button" class="button-primary" disabled={isOff} onClick={() => lab.hello()}>
        Say hello
      </button>
      <button type="button" class="button-quiet" disabled={isOff} onClick={() => lab.reconnect()}>
        Connect again
      </button>
    </div>
  );
}
