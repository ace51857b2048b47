import { CodeLine } from "#ui/CodeLine.tsx";
import { besideOf, codeOf } from "./client-options.ts";
import type { Sequel } from "./model.ts";
import type { UpgradeLab } from "./upgrade-lab.ts";

const sequelCode: Readonly<Partial<Record<Sequel, string>>> = {
  emit: 'socket.on("connect", () => socket.emit("hello", callback));',
  "ping-then-emit":
    'socket.on("connect", () =>\n  socket.io.engine.once("ping", () => socket.emit("hello", callback)),\n);',
};

/** What Ann's page runs, with the options that the lab sets beside the reader's. */
export function Code({ lab }: { lab: UpgradeLab }) {
  const settings = lab.settings.value;
  const isLit = lab.run.value?.stage === "running";
  const values = Object.entries(besideOf(settings)).map(([name, value]) => {
    return { name, value: String(value) };
  });
  const sequel = sequelCode[settings.sequel];
  return (
    <>
      <CodeLine
        label="Ann’s page; beside it the lab sets"
        code={`const socket = ${codeOf(settings.transports)};`}
        lit={isLit}
        values={values}
      />
      {sequel ? <CodeLine label="and then" code={sequel} lit={isLit} /> : null}
    </>
  );
}
