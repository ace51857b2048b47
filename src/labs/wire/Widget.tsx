import { useMemo } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { saveBytes, saveFile, saveText } from "#lab-kit/save-file.ts";
import { captureFile, type TimedFrame } from "#sim/capture-file.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { messageInQuestion } from "./answers.ts";
import { Below } from "./Below.tsx";
import { Code } from "./Code.tsx";
import { Controls } from "./Controls.tsx";
import { conversation, type Passed } from "./conversation.ts";
import { fieldsJson, hexText } from "./hex-text.ts";
import { isSettings } from "./is-settings.ts";
import { framesInTime, loweredMessages } from "./lower-frames.ts";
import { MessageBytes } from "./MessageBytes.tsx";
import { Messages } from "./Messages.tsx";
import { Overhead } from "./Overhead.tsx";
import { hashOf } from "./place-link.ts";
import { type PresetId, presets } from "./presets.ts";
import { queryOf } from "./settings-link.ts";
import { layersSentence, statusOf } from "./status.ts";
import { useWireLab } from "./use-wire-lab.ts";
import type { WireLab } from "./wire-lab.ts";
import "./widget.css";

export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

const frame = { id: "wire", presets, isSettings, queryOf, replays: true };

/** The bytes of what was just sent, each with its meaning. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useWireLab(props);
  const run = lab.run.value;
  const shown = presetFrame(lab, props, frame);
  return (
    <div ref={root} class="wire">
      <LabFrame
        {...shown}
        status={statusOf(run, lab.saidBefore.value.frameBytes ?? "")}
        controls={<Controls lab={lab} />}
        results={<Bytes lab={lab} />}
        code={<Code settings={lab.settings.value} hasRun={run?.stage === "done"} />}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
        linkOf={() => `${shown.linkOf()}${hashOf(lab.chosen.value)}`}
      >
        <List lab={lab} />
      </LabFrame>
    </div>
  );
}

/** The messages of the run that is shown, and the one whose bytes are. */
function useMessages(lab: WireLab): { messages: Passed[]; message: Passed | undefined } {
  const run = lab.run.value;
  const messages = useMemo(
    () => (run ? conversation(run.observations, run.settings.carries) : []),
    [run],
  );
  const asked = messages[lab.chosen.value.message ?? -1];
  const inQuestion = run && messageInQuestion(run)?.id;
  const message = asked ?? messages.find((message) => message.id === inQuestion) ?? messages.at(-1);
  return { messages, message };
}

function List({ lab }: { lab: WireLab }) {
  const { messages, message } = useMessages(lab);
  return (
    <>
      <Messages
        messages={messages}
        chosen={message}
        onChoose={(index) => {
          lab.chosen.value = { message: index };
        }}
        hint="Say how many bytes it takes. Then send, and see them here."
      />
      {message ? <p class="wire-whole" role="img" aria-label={drawingWords(message)} /> : null}
    </>
  );
}

const drawingWords = ({ way, bytes, fields }: Passed): string =>
  `Message: ${way === "up" ? "Ann to server" : "server to Ann"}: ${bytes.length} bytes: ${layersSentence(fields)}`;

function Bytes({ lab }: { lab: WireLab }) {
  const { messages, message } = useMessages(lab);
  const observations = lab.run.value?.observations;
  const lowered = useMemo(
    () => loweredMessages(messages, observations ?? []),
    [messages, observations],
  );
  if (!message) return null;
  const below = lowered.get(message.id);
  return (
    <div class="wire-results">
      <p class="wire-hint">{viewpoint(messages)}</p>
      <MessageBytes
        message={message}
        chosen={lab.chosen.value}
        onChoose={(spot) => {
          lab.chosen.value = { message: messages.indexOf(message), ...spot };
        }}
      />
      <Overhead message={message} messages={messages} />
      {below ? <Below message={message} lowered={below} /> : null}
      <div class="wire-save">
        <button type="button" class="button-quiet" onClick={() => saveHex(messages)}>
          Save as hex text
        </button>
        <button type="button" class="button-quiet" onClick={() => saveFields(messages)}>
          Save as JSON
        </button>
        <button
          type="button"
          class="button-quiet"
          onClick={() => saveCapture(framesInTime(messages, lowered, Date.now()))}
        >
          Save as pcap
        </button>
      </div>
    </div>
  );
}

/** Whose view of the bytes it is. A proxy shows by what it adds, or by undoing the encryption. */
function viewpoint(messages: readonly Passed[]): string {
  const marks = messages.flatMap((message) => message.marks);
  const isForwarded = marks.some(({ why }) => why === "forwarded");
  const isProxied = isForwarded || location.protocol === "https:";
  const view = isProxied
    ? "As this server received and sent it. A proxy stands in between: what your browser sent to it may differ."
    : "As this server received and sent it, at its TCP socket.";
  const covered = " Bytes that are struck through were overwritten before they left the server.";
  return view + (marks.length > 0 ? covered : "");
}

const saveHex = (messages: readonly Passed[]): void =>
  saveText("wirebook-bytes.txt", hexText(messages));

const saveFields = (messages: readonly Passed[]): void =>
  saveFile("wirebook-bytes.json", fieldsJson(messages));

const saveCapture = (frames: readonly TimedFrame[]): void =>
  saveBytes("wirebook-wire.pcap", captureFile(frames), "application/vnd.tcpdump.pcap");
