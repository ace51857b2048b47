import { CodeLine } from "#ui/CodeLine.tsx";
import type { EmitLab } from "./emit-lab.ts";
import { type PageCallId, type ServerCallId, type Settings, usesRoom } from "./model.ts";

/** The lines of each call, read from the file that runs. */
export interface CallLines {
  page: Readonly<Record<PageCallId, string>>;
  server: Readonly<Record<ServerCallId, string>>;
}

/** The two lines of a run, lit as they happen. */
export function Code({ lab, lines }: { lab: EmitLab; lines: CallLines }) {
  const settings = lab.settings.value;
  const seen = lab.run.value?.observations ?? [];
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

const packetValues = ({ event, payload }: Settings) => [
  { name: "event", value: JSON.stringify(event) },
  { name: "data", value: payload.trim() === "" ? "undefined" : payload },
];

const roomValues = ({ serverCall, room }: Settings) =>
  usesRoom(serverCall) ? [{ name: "room", value: JSON.stringify(room) }] : [];
