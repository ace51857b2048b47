import type { Observation } from "#lab-kit/observation.ts";
import { type Break, breaksOf, cameInUnchecked, mostSocketsOf } from "./connections.ts";
import { clientNames } from "./model.ts";

const lines: readonly [title: string, say: (broken: Break) => string][] = [
  ["its page says", ({ saidHere }) => saidHere],
  ["the server says", ({ saidThere }) => saidThere ?? "nothing yet"],
  ["tries again by itself", ({ willReturn }) => (willReturn ? "yes" : "no")],
  ["recovered", recoveredWords],
  ["socket.id", idWords],
];

/** The breaks of each connection, in the words of both sides, and what the client was when back. */
export function Connections({ observations }: { observations: readonly Observation[] }) {
  const breaks = clientNames.flatMap((who) =>
    breaksOf(observations, who).map((broken, index) => ({ who, index, broken })),
  );
  if (breaks.length === 0) return null;
  return (
    <>
      <div class="unplug-scroll">
        <table class="unplug-results unplug-breaks">
          <caption>Connections that ended</caption>
          <thead>
            <tr>
              <td />
              {breaks.map(({ who, index }) => (
                <th key={who + index} scope="col">
                  {who}
                  {index > 0 ? ", then" : ""}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([title, say]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {breaks.map(({ who, index, broken }) => (
                  <td key={who + index}>{say(broken)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {clientNames.map((who) => (
        <Notes key={who} observations={observations} who={who} />
      ))}
    </>
  );
}

function recoveredWords({ back }: Break): string {
  if (!back) return "not back";
  if ("refused" in back) return `refused: ${back.refused}`;
  return back.isRecovered ? "yes" : "no";
}

function idWords({ back }: Break): string {
  if (!back || "refused" in back) return "none";
  return back.hasSameId ? "the same as before" : "another";
}

function Notes({ observations, who }: { observations: readonly Observation[]; who: string }) {
  const most = mostSocketsOf(observations, who);
  const isUnchecked = cameInUnchecked(observations, who);
  return (
    <>
      {most > 1 ? (
        <p class="unplug-note">
          For a while the server had {most} sockets of {who}. All but the newest were ghosts: nobody
          was at their other end.
        </p>
      ) : null}
      {isUnchecked ? (
        <p class="unplug-note">{who} was let in once without the middleware having run.</p>
      ) : null}
    </>
  );
}
