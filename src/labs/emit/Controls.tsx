import { JsonField } from "#ui/JsonField.tsx";
import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { ClientTable } from "./ClientTable.tsx";
import { pageCallLabels, serverCallLabels } from "./call-labels.ts";
import type { EmitLab } from "./emit-lab.ts";
import { Invitation } from "./Invitation.tsx";
import {
  actingCallIds,
  canAct,
  clientNames,
  pageCallIds,
  readEventName,
  readPayload,
  type Settings,
  serverCallIds,
  targetRooms,
  usesNamespace,
  usesRoom,
} from "./model.ts";
import { Namespaces } from "./Namespaces.tsx";
import { Prediction } from "./Prediction.tsx";

const emitters = [...clientNames, "server"] as const;
type Emitter = (typeof emitters)[number];

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: EmitLab }) {
  const settings = lab.settings.value;
  const isRunning = lab.run.value?.stage === "running";
  return (
    <RunForm
      label="Emit"
      isBusy={isRunning}
      isAway={lab.isAway}
      onRun={() => void lab.emit()}
      below={<Invitation lab={lab} />}
    >
      <Segmented<Emitter>
        label="Who emits"
        value={settings.from === "Dee" ? "Ann" : settings.from}
        options={emitters.map((value) => ({ value, label: value }))}
        onChange={(from) => lab.change(emitterChange(from, settings))}
      />
      <Calls lab={lab} settings={settings} />
      <Packet lab={lab} settings={settings} />
      <ClientTable lab={lab} />
      <Namespaces lab={lab} />
      <Prediction lab={lab} />
    </RunForm>
  );
}

/** The server alone cannot make a call that needs a client's socket. */
const emitterChange = (from: Emitter, { serverCall }: Settings): Partial<Settings> =>
  from === "server" && !canAct(serverCall) ? { from, serverCall: "io-emit" } : { from };

function Calls({ lab, settings }: { lab: EmitLab; settings: Settings }) {
  const acts = settings.from === "server";
  const callIds = (acts ? actingCallIds : serverCallIds).filter(
    (call) => settings.namespaces !== undefined || !usesNamespace(call),
  );
  return (
    <>
      {acts ? null : (
        <Select
          isMono
          label={`${settings.from}’s page calls`}
          value={settings.pageCall}
          options={pageCallIds.map((value) => ({ value, label: pageCallLabels[value] }))}
          onChange={(pageCall) => lab.change({ pageCall })}
        />
      )}
      <Select
        isMono
        label={acts ? "The server calls" : "The server’s listener does"}
        value={settings.serverCall}
        options={callIds.map((value) => ({ value, label: serverCallLabels[value] }))}
        onChange={(serverCall) => lab.change({ serverCall })}
      />
      {usesRoom(settings.serverCall) ? (
        <Segmented
          label="room"
          value={settings.room}
          options={targetRooms.map((value) => ({ value, label: value }))}
          onChange={(room) => lab.change({ room })}
        />
      ) : null}
    </>
  );
}

function Packet({ lab, settings }: { lab: EmitLab; settings: Settings }) {
  const name = readEventName(settings.event);
  const data = readPayload(settings.payload);
  return (
    <div class="emit-packet">
      <JsonField
        label="Event"
        value={settings.event}
        error={name.ok ? undefined : `${name.failure.says} ${name.failure.next}`}
        onInput={(event) => lab.change({ event })}
      />
      <JsonField
        label="Payload, as JSON"
        value={settings.payload}
        error={data.ok ? undefined : `${data.failure.says} ${data.failure.next}`}
        onInput={(payload) => lab.change({ payload })}
      />
    </div>
  );
}
