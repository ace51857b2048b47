import { JsonField } from "#ui/JsonField.tsx";
import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { inputProblem } from "./input-problem.ts";
import type { Call, Extra, Settings } from "./model.ts";
import { letters } from "./model.ts";
import type { WireLab } from "./wire-lab.ts";

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: WireLab }) {
  const settings = lab.settings.value;
  const isRunning = lab.isSending.value || lab.run.value?.stage === "running";
  return (
    <RunForm
      label={settings.call === "close" ? "Close" : "Send"}
      isBusy={isRunning}
      isAway={lab.isAway}
      onRun={() => void lab.send()}
    >
      <Connection lab={lab} settings={settings} />
      <Message lab={lab} settings={settings} />
      <label class="field">
        <span class="field-label">You say: how many bytes will the message take on the wire?</span>
        <input
          class="field-control"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={lab.said.value.frameBytes ?? ""}
          onInput={(event) => {
            lab.say({ frameBytes: event.currentTarget.value });
          }}
        />
      </label>
    </RunForm>
  );
}

interface PartProps {
  lab: WireLab;
  settings: Settings;
}

function Connection({ lab, settings }: PartProps) {
  const isPlain = settings.carries === "plain";
  return (
    <>
      <Segmented
        label="What they speak"
        value={settings.carries}
        options={[
          { value: "socket.io", label: "Socket.IO" },
          { value: "plain", label: "WebSocket alone" },
        ]}
        onChange={(carries) => lab.change({ carries })}
      />
      {isPlain ? null : (
        <Segmented
          label="Over"
          value={settings.transport}
          options={[
            { value: "websocket", label: "WebSocket" },
            { value: "polling", label: "HTTP polling" },
          ]}
          onChange={(transport) => lab.change({ transport })}
        />
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={settings.fromStart}
          onChange={(event) => lab.change({ fromStart: event.currentTarget.checked })}
        />
        with the opening of the connection
      </label>
    </>
  );
}

function Message({ lab, settings }: PartProps) {
  const problem = inputProblem(settings);
  const error = problem && `${problem.says} ${problem.next}`;
  const isOfBytes = settings.extra === "bytes" && error?.startsWith("These are no bytes");
  return (
    <>
      <Segmented
        label="Who speaks"
        value={settings.speaker}
        options={[
          { value: "Ann", label: "Ann" },
          { value: "server", label: "the server" },
          { value: "both", label: "both" },
        ]}
        onChange={(speaker) => lab.change({ speaker })}
      />
      {settings.speaker === "Ann" ? (
        <Select
          isMono
          label="Ann’s page calls"
          value={settings.call}
          options={callsOf(settings)}
          onChange={(call) => lab.change({ call })}
        />
      ) : null}
      <JsonField
        label={textLabel(settings)}
        value={settings.text}
        error={isOfBytes ? undefined : error}
        onInput={(text) => lab.change({ text })}
      />
      {settings.call === "close" ? null : (
        <Select
          label="With it"
          value={settings.extra}
          options={extrasOf(settings)}
          onChange={(extra) => lab.change({ extra })}
        />
      )}
      {settings.extra === "bytes" && settings.call !== "close" ? (
        <JsonField
          label="Bytes"
          value={settings.bytes}
          error={isOfBytes ? error : undefined}
          onInput={(bytes) => lab.change({ bytes })}
        />
      ) : null}
    </>
  );
}

const textLabel = ({ carries, call, extra }: Settings): string => {
  if (carries === "socket.io") return "Event";
  if (call === "close") return "Reason";
  return extra === "bytes" ? "Text (bytes go in its place)" : "Text";
};

function callsOf({ carries }: Settings): { value: Call; label: string }[] {
  return carries === "socket.io"
    ? [
        { value: "say", label: "socket.emit" },
        { value: "ask", label: "socket.emit, with acknowledgement" },
      ]
    : [
        { value: "say", label: "ws.send" },
        { value: "close", label: "ws.close" },
      ];
}

const counted = (extra: keyof typeof letters): string =>
  `${letters[extra].toLocaleString("en")} letters`;

function extrasOf({ speaker }: Settings): { value: Extra; label: string }[] {
  return [
    { value: "none", label: "nothing" },
    { value: "bytes", label: "bytes" },
    { value: "long", label: counted("long") },
    ...(speaker === "server" ? [{ value: "longest" as const, label: counted("longest") }] : []),
    ...(speaker === "Ann"
      ? [{ value: "too-long" as const, label: `${counted("too-long")}, more than it takes` }]
      : []),
  ];
}
