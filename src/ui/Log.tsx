import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import "./log.css";
import { logLine } from "./log-line.ts";
import { placeRun } from "./placed-run.ts";

export interface LogProps {
  observations: readonly Observation[];
  clocks: Clocks;
}

/** A run as text, one line for each observation, causes before effects. */
export function Log({ observations, clocks }: LogProps) {
  const { origin, placed } = placeRun(observations, clocks);
  const originMs = origin ? serverMs(origin, clocks) : 0;
  const lines = placed.map(({ observation }) =>
    logLine(observation, clocks, originMs, origin?.clock),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <div class="log" role="log" aria-live="off" aria-label="Log" tabIndex={0}>
      {lines.length === 0 ? <p>Nothing has happened yet.</p> : null}
      <ol>
        {lines.map(({ time, where, what, event, detail }, index) => (
          <li key={index}>
            <span class="log-time">{time}</span> <b>{where}</b>{" "}
            <span>
              {what}
              {event === undefined ? null : (
                <>
                  {" "}
                  <code>{event}</code>
                </>
              )}
              {detail ? <span class="log-detail">{`: ${detail}`}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
