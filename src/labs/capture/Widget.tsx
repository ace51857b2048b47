import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Conversation } from "./Conversation.tsx";
import type { CaptureLab, OpenCapture } from "./capture-lab.ts";
import { FilterForm } from "./FilterForm.tsx";
import { OpenForm } from "./OpenForm.tsx";
import { PacketList } from "./PacketList.tsx";
import { PacketView } from "./PacketView.tsx";
import { type PresetId, presets } from "./presets.ts";
import { counted, overviewText } from "./stop-words.ts";
import { useCaptureLab } from "./use-capture-lab.ts";
import { useDrop } from "./use-drop.ts";
import { WorkBar } from "./WorkBar.tsx";
import "./widget.css";

export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

/** A capture, opened: its packets, one of them taken apart, and its conversation. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useCaptureLab(props);
  const isOver = useDrop(root, (file) => void lab.openFile(file));
  const capture = lab.capture.value;
  const problem = lab.problem.value;
  return (
    <div ref={root} class="capture" data-over={isOver ? "" : undefined}>
      <LabFrame
        lab="capture"
        preset={lab.startPreset}
        about={presets[lab.startPreset].title}
        title={props.title}
        leavesOut={props.leavesOut}
        sources={props.sources}
        state={lab.state.value}
        {...(capture && { provenance: "recorded" as const })}
        {...(problem && { failure: problem })}
        status={statusOf(lab, capture)}
        results={capture ? <Chosen lab={lab} /> : null}
        onReset={() => lab.reset()}
        linkOf={() => `${location.origin}/labs/capture/?preset=${lab.startPreset}`}
      >
        <OpenForm lab={lab} />
        <WorkBar lab={lab} />
        {capture ? <Listed lab={lab} capture={capture} /> : <Empty />}
      </LabFrame>
    </div>
  );
}

function Listed({ lab, capture }: { lab: CaptureLab; capture: OpenCapture }) {
  return (
    <>
      <FilterForm lab={lab} overview={capture.overview} />
      <PacketList lab={lab} />
    </>
  );
}

const Empty = () => (
  <div class="capture-empty">
    <p>
      Open the sample, or a capture of your own: choose it, or drop it here. The packets are listed
      then, and each can be taken apart.
    </p>
    <p>
      A capture of your own browser and this site, on the machine that serves it:{" "}
      <code>tcpdump -i lo -w mine.pcap port 3000</code>
    </p>
  </div>
);

function Chosen({ lab }: { lab: CaptureLab }) {
  const detail = lab.detail.value;
  const conversation = lab.conversation.value;
  return (
    <div class="capture-chosen">
      {detail ? <PacketView key={detail.row.index} detail={detail} /> : null}
      {conversation ? <Conversation lab={lab} view={conversation} /> : null}
    </div>
  );
}

function statusOf(lab: CaptureLab, capture: OpenCapture | undefined): string {
  if (!capture) return "";
  const { packets } = capture.overview;
  const listed = lab.listed.value;
  const whole = overviewText(capture.overview, capture.name);
  return listed === packets ? whole : `${counted(listed, "packet")} listed. ${whole}`;
}
