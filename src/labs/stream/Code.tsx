import { CodeLine } from "#ui/CodeLine.tsx";
import type { Settings } from "./model.ts";
import { messagesGot } from "./run-facts.ts";
import type { StreamLab } from "./stream-lab.ts";

/** The lines of each file in `takes/`, by its name. */
export type TakeLines = Readonly<Record<string, string>>;

/** The reading program's code, which the reader can change; lit once it has made a message. */
export function Code({ lab, lines }: { lab: StreamLab; lines: TakeLines }) {
  const settings = lab.settings.value;
  const run = lab.bench.run.value;
  const isOfRun = run !== undefined && fileOf(run.settings) === fileOf(settings);
  return (
    <CodeLine
      label="The reader"
      code={lines[fileOf(settings)] ?? ""}
      lit={isOfRun && messagesGot(run).length > 0}
    />
  );
}

const fileOf = ({ framing, take }: Settings): string =>
  framing === "none" ? "none-each-read" : `${framing}-${take}`;
