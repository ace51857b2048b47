import type { Observation } from "#lab-kit/observation.ts";
import { type Break, breaksOf, cameInUnchecked, mostSocketsOf } from "./connections.ts";
import { clientNames } from "./model.ts";

/** The breaks of each connection, in the words of both sides, and what the client was when back. */
export function Connections({ observations }: { observations: readonly Observation[] }) {
  const rows = clientNames.flatMap((who) =>
    breaksOf(observations, who).map((broken) => ({ who, broken })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <div class="unplug-scroll" tabIndex={-1}>
        <table class="unplug-results unplug-breaks">
          <caption>Connections that ended</caption>
          <thead>
            <tr>
              <th scope="col">client</th>
              <th scope="col">its page says</th>
              <th scope="col">the server says</th>
              <th scope="col">tries again by itself</th>
              <th scope="col">recovered</th>
              <th scope="col">socket.id</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ who, broken }, index) => (
              <tr key={index} data-break={who}>
                <th scope="row">{who}</th>
                <td>{broken.saidHere}</td>
                <td>{broken.saidThere ?? "nothing yet"}</td>
                <td>{broken.willReturn ? "yes" : "no"}</td>
                <td>{recoveredWords(broken)}</td>
                <td>{idWords(broken)}</td>
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
  return back.hasSameId ? "the same" : "another";
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
