import { formatTime } from "#ui/format-time.ts";
import { shortPacket } from "./short-packet.ts";
import type { Step } from "./step.ts";

const senders = { Ann: "Ann → server", server: "server → Ann", page: "Ann’s page" } as const;

interface StepsProps {
  steps: readonly Step[];
  /** Row of the waterfall whose steps are lit. */
  chosen: string | undefined;
}

/** The row of the waterfall that a step belongs to. */
const rowOf = ({ request }: Step): string => (request ? String(request) : "page");

/** Every step of a run: when, who, what, and why. */
export function Steps({ steps, chosen }: StepsProps) {
  return (
    <ol class="upgrade-steps" aria-label="Step by step">
      {steps.map((step, index) => (
        <li key={index} aria-current={rowOf(step) === chosen ? "true" : undefined}>
          <p class="upgrade-step">
            <span class="upgrade-time">{formatTime(step.atMs, step.errorMs)}</span>{" "}
            <b>{senders[step.from]}</b> {step.request ? <span>#{step.request}</span> : null}
            <StepWords step={step} />
          </p>
          <p class="upgrade-why">{step.why}</p>
        </li>
      ))}
    </ol>
  );
}

/** What was sent: HTTP's words, and packets in the colour of their layer. */
function StepWords({ step: { what, packets } }: { step: Step }) {
  return (
    <>
      {what ? <code class="is-http">{what}</code> : null}
      {packets.map((packet, index) => (
        <code key={index} class={packet.startsWith("4") ? "is-socketio" : "is-engineio"}>
          {shortPacket(packet)}
        </code>
      ))}
    </>
  );
}
