import "#ui/log.css";
import { formatTime } from "#ui/format-time.ts";
import type { Step } from "./step.ts";

const senders = { Ann: "Ann to server", server: "server to Ann", page: "Ann’s page" } as const;

const lineOf = ({ request, what, packets }: Step): string =>
  [request ? `#${request}` : "", what, ...packets].join(" ").replace(/ +/g, " ").trim();

/** A run as text: what the waterfall draws, one line for each step, packets in full. */
export function StepLog({ steps }: { steps: readonly Step[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <div class="log upgrade-log" role="log" aria-live="off" aria-label="Log" tabIndex={0}>
      {steps.length === 0 ? <p>Nothing has happened yet.</p> : null}
      <ol>
        {steps.map((step, index) => (
          <li key={index}>
            <span class="log-time">{formatTime(step.atMs, step.errorMs)}</span>{" "}
            <b>{senders[step.from]}</b> <span class="log-detail">{lineOf(step)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
