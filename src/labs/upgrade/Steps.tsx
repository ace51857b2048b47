import { formatTime } from "#ui/format-time.ts";
import { shortPacket } from "./short-packet.ts";
import type { Step } from "./step.ts";

const senders = { Ann: "Ann → server", server: "server → Ann", page: "Ann’s page" } as const;

/** Every step of a run: when, who, what, and why. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="upgrade-steps" aria-label="Step by step">
      {steps.map((step, index) => (
        <li key={index}>
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
