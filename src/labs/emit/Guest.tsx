import { useEffect, useState } from "preact/hooks";
import { mainNamespace } from "#lab-kit/observation.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { spaceTime } from "#ui/space-time.ts";
import { Timeline } from "#ui/Timeline.tsx";
import { EmitGuest } from "./emit-guest.ts";
import { guestName } from "./model.ts";
import type { WidgetProps } from "./Widget.tsx";

/** The lab on a second device: asked before joining, then one button. */
export function Guest({ bench, ...props }: WidgetProps & { bench: string }) {
  const [guest] = useState(() => new EmitGuest(bench, props.failures));
  useEffect(() => () => guest.leave(), [guest]);
  const { value: stage } = guest.stage;
  const observations = guest.observations.value;
  return (
    <LabFrame
      lab="emit"
      title={`${props.title} As ${guestName}`}
      leavesOut={props.leavesOut}
      sources={props.sources}
      state={guest.state.value}
      {...(observations.length > 0 && { provenance: "observed" as const })}
      {...(guest.problem.value && { failure: guest.problem.value })}
      status={guest.status.value}
      controls={stage === "joined" ? <Joined guest={guest} /> : <Question guest={guest} />}
      log={<Log observations={observations} clocks={guest.clocks} />}
    >
      <Timeline
        spaceTime={spaceTime(observations, guest.clocks, [guestName, "server"])}
        hint={`What ${guestName}’s client sends and hears is drawn here.`}
      />
    </LabFrame>
  );
}

function Question({ guest }: { guest: EmitGuest }) {
  if (guest.stage.value === "left") return <p>You are not on a bench.</p>;
  return (
    <div class="emit-invitation">
      <p>
        You were sent a link to somebody’s bench. If you join, you are {guestName}, its fourth
        client: you can emit the event that is set there, and nothing else. The owner sees that you
        are there and what your client receives.
      </p>
      <button type="button" class="button-primary" onClick={() => guest.join()}>
        Join as {guestName}
      </button>
      <button
        type="button"
        class="button-quiet"
        onClick={() => {
          location.hash = "";
        }}
      >
        No, open a bench of my own
      </button>
    </div>
  );
}

function Joined({ guest }: { guest: EmitGuest }) {
  const shared = guest.shared.value;
  if (!shared) return <p>Waiting for the owner to set an event.</p>;
  const isHere = shared.namespace === mainNamespace;
  return (
    <div class="emit-invitation">
      <p>The owner has set this event:</p>
      <pre>
        <code>{`socket.emit(${JSON.stringify(shared.event)}, ${shared.payload || "undefined"})`}</code>
      </pre>
      {isHere ? null : (
        <p>
          It is emitted in the namespace <code>{shared.namespace}</code>. {guestName} is in{" "}
          <code>/</code> alone, and cannot emit it.
        </p>
      )}
      <button type="button" class="button-primary" disabled={!isHere} onClick={() => guest.emit()}>
        Emit as {guestName}
      </button>
      <button type="button" class="button-quiet" onClick={() => guest.leave()}>
        Leave
      </button>
    </div>
  );
}
