import type { Observation } from "#lab-kit/observation.ts";
import { CodeLine } from "#ui/CodeLine.tsx";
import type { Settings } from "./model.ts";
import type { RequestLab } from "./request-lab.ts";
import { connectionsOf, isOver, sayingsOf } from "./run-facts.ts";

/** The lines that run, read from their files. */
export interface CallLines {
  client: Readonly<Record<"http" | "socket", string>>;
  server: Readonly<Record<"http" | "http-news" | "socket", string>>;
}

/** The lines that a run is made of, lit once they have run. */
export function Code({ lab, lines }: { lab: RequestLab; lines: CallLines }) {
  const { way, plot } = lab.settings.value;
  const seen = lab.bench.run.value?.observations ?? [];
  const said = sayingsOf({ observations: seen }).filter(({ what }) => what === "message-out");
  const hasAsked = said.some(({ where, message }) => where === "Ann" && message !== "");
  const hasAnswered = said.some(({ where }) => where === "Bob");
  return (
    <>
      <CodeLine
        label={way === "http" ? "Who asks" : "Ann’s program, for each line"}
        code={lines.client[way]}
        lit={hasAsked}
        values={portValues(lab.settings.value, seen)}
      />
      <CodeLine
        label={way === "http" ? "Who is asked, for each request" : "Bob’s program, for each line"}
        code={lines.server[way]}
        lit={hasAnswered}
      />
      {way === "http" && plot === "server-first" ? (
        <CodeLine
          label="Bob’s program, when there is news"
          code={lines.server["http-news"]}
          lit={seen.some(({ what }) => what === "dropped")}
        />
      ) : null}
    </>
  );
}

function portValues({ way }: Settings, observations: readonly Observation[]) {
  const [first] = connectionsOf({ observations });
  return way === "http" && first && isOver({ observations })
    ? [{ name: "port", value: String(first.serverPort) }]
    : [];
}
