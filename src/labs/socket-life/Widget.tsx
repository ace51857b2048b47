import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { ByHand } from "./ByHand.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings } from "./is-settings.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { StateDiagram } from "./StateDiagram.tsx";
import { Story } from "./Story.tsx";
import { scripts } from "./scenarios.ts";
import { seenStates } from "./seen-states.ts";
import { queryOf } from "./settings-link.ts";
import type { SocketLifeLab } from "./socket-life-lab.ts";
import { statusOf } from "./status.ts";
import { storyOf } from "./story.ts";
import { SocketTables } from "./Tables.tsx";
import { useSocketLifeLab } from "./use-socket-life-lab.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

const frame = { id: "socket-life", presets, isSettings, queryOf, replays: true };

/** The lab on the life of sockets. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useSocketLifeLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results run={run} said={lab.saidBefore.value} /> : undefined}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Body lab={lab} />
      </LabFrame>
    </div>
  );
}

function Body({ lab }: { lab: SocketLifeLab }) {
  const run = lab.run.value;
  const observations = run?.observations ?? [];
  const chapters = useMemo(() => storyOf(observations), [run]);
  const seen = useMemo(() => seenStates(observations), [run]);
  /** The chosen call, and the number of calls when it was chosen: a new call is shown at once. */
  const choice = useMemo(() => signal({ at: -1, of: 0 }), []);
  const { at, of } = choice.value;
  const chosen = of === chapters.length && at >= 0 ? at : chapters.length - 1;
  const chapter = chapters[chosen];
  const script = scripts[run?.settings.scenario ?? lab.settings.value.scenario];
  const coming = run ? script.slice(lab.next.value ?? script.length) : scriptNow(lab);
  return (
    <div class="life-body">
      <ByHand lab={lab} />
      <Story
        chapters={chapters}
        coming={coming}
        chosen={chosen}
        onChoose={(index) => {
          choice.value = { at: index, of: chapters.length };
        }}
      />
      <SocketTables
        tables={chapter?.after ?? {}}
        after={chapter ? `after ${chapter.call.call} on ${chapter.call.socket}` : "before any call"}
      />
      <StateDiagram seen={seen} />
    </div>
  );
}

const scriptNow = (lab: SocketLifeLab) => scripts[lab.settings.value.scenario];
