import { CodeLine } from "#ui/CodeLine.tsx";
import type { NodesLab } from "./nodes-lab.ts";
import { codeOf } from "./words.ts";

/** What the pages and the nodes run. */
export function Code({ lab }: { lab: NodesLab }) {
  const { transports, hasAdapter, isEmitting } = lab.settings.value;
  const isLit = lab.run.value?.stage === "running";
  const adapter = hasAdapter ? ", { adapter }" : "";
  return (
    <>
      <CodeLine label="Each page" code={`const socket = ${codeOf[transports]};`} lit={isLit} />
      <CodeLine
        label="Each node"
        code={`const io = new Server(httpServer${adapter});`}
        lit={isLit}
      />
      <CodeLine
        label="Node 1"
        code={isEmitting ? 'io.emit("news");' : "// emits nothing"}
        lit={isLit}
      />
    </>
  );
}
