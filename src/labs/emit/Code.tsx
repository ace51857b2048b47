import { CodeLine } from "#ui/CodeLine.tsx";
import type { EmitLab } from "./emit-lab.ts";
import { guestName, type PageCallId, type ServerCallId, type Settings, usesRoom } from "./model.ts";
import { isSame } from "./settings-link.ts";

/** The lines of each call, read from the file that runs. */
export interface CallLines {
  page: Readonly<Record<PageCallId, string>>;
  server: Readonly<Record<ServerCallId, string>>;
}

/** The two lines of a run, lit as they happen. */
export function Code({ lab, lines }: { lab: EmitLab; lines: CallLines }) {
  const run = lab.run.value;
  const isOfRun = run !== undefined && isSameCall(run.settings, lab.settings.value);
  const settings = isOfRun ? run.settings : lab.settings.value;
  const seen = isOfRun ? run.observations : [];
  const acts = settings.from === "server";
  const hasCalled = seen.some(({ what, where }) => what === "emitted" && where !== "server");
  const hasHandled = seen.some(({ what, where }) => what === "returned" && where === "server");
  return (
    <>
      {acts ? null : (
        <CodeLine
          label={`${settings.from}’s page`}
          code={lines.page[settings.pageCall]}
          lit={hasCalled}
          values={packetValues(settings)}
        />
      )}
      <CodeLine
        label={acts ? "The server" : "The server’s handler"}
        code={lines.server[settings.serverCall]}
        lit={hasHandled}
        values={[...(acts ? packetValues(settings) : []), ...roomValues(settings)]}
      />
    </>
  );
}

/** A guest's run has the settings of the bench, but for who emits. */
const isSameCall = (run: Settings, now: Settings): boolean =>
  isSame({ ...run, from: "Ann" }, { ...now, from: "Ann" }) &&
  (run.from === now.from || run.from === guestName);

const packetValues = ({ event, payload }: Settings) => [
  { name: "event", value: JSON.stringify(event) },
  { name: "data", value: payload.trim() === "" ? "undefined" : payload },
];

const roomValues = ({ serverCall, room }: Settings) =>
  usesRoom(serverCall) ? [{ name: "room", value: JSON.stringify(room) }] : [];
