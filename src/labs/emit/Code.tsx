import { namespaceOf, type Observation } from "#lab-kit/observation.ts";
import { CodeLine } from "#ui/CodeLine.tsx";
import type { EmitLab } from "./emit-lab.ts";
import {
  guestName,
  type NamespaceSettings,
  type PageCallId,
  type ServerCallId,
  type Settings,
  usesNamespace,
  usesRoom,
} from "./model.ts";
import { isSame } from "./settings-link.ts";

/** The lines of each call, read from the file that runs. */
export interface CallLines {
  page: Readonly<Record<PageCallId, string>>;
  server: Readonly<Record<ServerCallId, string>>;
  /** The middleware of `/staff`. */
  middleware: string;
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
  const { namespaces: use } = settings;
  return (
    <>
      {use && asksForToken(use) ? (
        <CodeLine
          label="The middleware of /staff"
          code={lines.middleware}
          lit={seen.some((one) => namespaceOf(one) === "/staff" && isDecision(one))}
        />
      ) : null}
      {acts ? null : (
        <CodeLine
          label={`${settings.from}’s page`}
          code={lines.page[settings.pageCall]}
          lit={hasCalled}
          values={[...socketValues(settings), ...packetValues(settings)]}
        />
      )}
      <CodeLine
        label={acts ? "The server" : `The server’s listener${use ? ` in ${use.chosen}` : ""}`}
        code={lines.server[settings.serverCall]}
        lit={hasHandled}
        values={[
          ...(acts ? packetValues(settings) : []),
          ...namespaceValues(settings),
          ...roomValues(settings),
        ]}
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

const socketValues = ({ namespaces: use, from }: Settings) =>
  use ? [{ name: "socket", value: `${from}’s, of ${use.chosen}` }] : [];

const namespaceValues = ({ serverCall, namespaces: use }: Settings) =>
  use && usesNamespace(serverCall)
    ? [{ name: "namespace", value: JSON.stringify(use.chosen) }]
    : [];

const asksForToken = ({ chosen, joins }: NamespaceSettings): boolean =>
  chosen === "/staff" || Object.values(joins).some((names) => names.includes("/staff"));

const isDecision = ({ what }: Observation): boolean => what === "refused" || what === "connected";
