import { CodeLine } from "#ui/CodeLine.tsx";
import { argumentsOf, closeCode, messageOf, type Settings } from "./model.ts";

const longest = 40;

const short = (value: string | Uint8Array): string => {
  const literal =
    typeof value === "string" ? JSON.stringify(value) : `Uint8Array.of(${[...value].join(", ")})`;
  return literal.length > longest ? `${literal.slice(0, longest)}…` : literal;
};

function pageLine({ carries, call, ...settings }: Settings): string {
  if (carries === "plain")
    return call === "close"
      ? `ws.close(${closeCode}, ${short(settings.text)})`
      : `ws.send(${short(messageOf(settings))})`;
  const data = [settings.text, ...argumentsOf(settings)].map(short).join(", ");
  return call === "ask" ? `await socket.emitWithAck(${data})` : `socket.emit(${data})`;
}

function serverLine(settings: Settings): string {
  if (settings.carries === "plain") return `ws.send(${short(messageOf(settings))})`;
  return `socket.emit(${[settings.text, ...argumentsOf(settings)].map(short).join(", ")})`;
}

/** The lines that the run calls. */
export function Code({ settings, hasRun }: { settings: Settings; hasRun: boolean }) {
  return (
    <>
      {settings.speaker === "server" ? null : (
        <CodeLine label="Ann’s page" code={pageLine(settings)} lit={hasRun} />
      )}
      {settings.speaker === "Ann" ? null : (
        <CodeLine label="The server" code={serverLine(settings)} lit={hasRun} />
      )}
    </>
  );
}
