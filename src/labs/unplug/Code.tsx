import type { Observation } from "#lab-kit/observation.ts";
import { CodeLine } from "#ui/CodeLine.tsx";
import { type CallId, clientNames, type ListenerId, listenerOf } from "./model.ts";
import { newsFates } from "./news-fate.ts";
import type { UnplugLab } from "./unplug-lab.ts";
import { usesOf } from "./uses.ts";

/** The lines of each call, read from the file that runs. */
export interface CallLines {
  page: Readonly<Record<CallId, string>>;
  server: Readonly<Record<ListenerId | "news" | "replay", string>>;
}

/** The lines that a run is made of, lit once they have run. */
export function Code({ lab, lines }: { lab: UnplugLab; lines: CallLines }) {
  const { clients, scenario, ...settings } = lab.settings.value;
  const seen = lab.run.value?.observations ?? [];
  const { orderers, hasNews } = usesOf(scenario);
  return (
    <>
      {hasNews ? (
        <CodeLine label="The server" code={lines.server.news} lit={hasEmitted(seen, "server")} />
      ) : null}
      {hasNews && clientNames.some((who) => clients[who].replays) ? (
        <CodeLine
          label="The server, for a client that says its last news"
          code={lines.server.replay}
          lit={hasReplayed(seen)}
        />
      ) : null}
      {orderers.map((who) => (
        <CodeLine
          key={who}
          label={`${who}’s page`}
          code={lines.page[clients[who].call]}
          lit={hasEmitted(seen, who)}
        />
      ))}
      {orderers.length > 0 ? (
        <CodeLine
          label="The server’s listener for orders"
          code={lines.server[listenerOf(settings)]}
          lit={seen.some(({ what, where }) => what === "handled" && where === "server")}
        />
      ) : null}
    </>
  );
}

const hasReplayed = (seen: readonly Observation[]): boolean =>
  clientNames.some((who) => newsFates(seen, who).some(({ code }) => code === "replayed"));

const hasEmitted = (seen: readonly Observation[], who: string): boolean =>
  seen.some(({ what, where }) => what === "emitted" && where === who);
