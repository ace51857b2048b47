import { useEffect, useState } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { type CallLines, Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import type { EmitLab } from "./emit-lab.ts";
import { Guest } from "./Guest.tsx";
import { isPacket } from "./is-kept.ts";
import { isSettings } from "./is-settings.ts";
import { Joins } from "./Joins.tsx";
import { guestName } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { queryOf } from "./settings-link.ts";
import { shortReasons } from "./short-reasons.ts";
import { statusOf } from "./status.ts";
import { useEmitLab } from "./use-emit-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server, and the lines of the calls. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
  lines: CallLines;
}

const frame = { id: "emit", presets, isSettings, queryOf, replays: true };

/** The emit lab; on a device that came by a link, the guest's part of it. */
export default function Widget(props: WidgetProps) {
  const [joining, setJoining] = useState<string>();
  useEffect(() => {
    const read = () => setJoining(/^#join=([0-9a-f]{32})$/.exec(location.hash)?.[1]);
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return joining ? <Guest bench={joining} {...props} /> : <OwnerLab {...props} />;
}

function OwnerLab(props: WidgetProps) {
  const { lab, root } = useEmitLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={
          run ? (
            <>
              <Results lab={lab} />
              <Joins lab={lab} />
            </>
          ) : undefined
        }
        code={<Code lab={lab} lines={props.lines} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Drawing lab={lab} />
      </LabFrame>
    </div>
  );
}

function Drawing({ lab }: { lab: EmitLab }) {
  const run = lab.run.value;
  const hasGuest = lab.view.value.guests > 0 || run?.settings.clients.Dee.connected;
  const lanes = ["Ann", "server", "Bob", "Cem", ...(hasGuest ? [guestName] : [])];
  const drawn = (run?.observations ?? []).filter((seen) => !isPacket(seen));
  const reasons = run && run.stage !== "running" ? missedReasons(lab) : {};
  return (
    <Timeline
      spaceTime={spaceTime(drawn, run?.clocks ?? {}, lanes)}
      reasons={reasons}
      isFresh={run?.stage === "done" && !run.isReplay}
      hint="Say who will get the event. Then emit, and watch it here."
    />
  );
}

function missedReasons(lab: EmitLab): Record<string, string> {
  const run = lab.run.value;
  const missed = run ? outcomeRows(run).filter(({ happened }) => happened === false) : [];
  return Object.fromEntries(missed.map(({ who, code }) => [who, shortReasons[code]]));
}
