import { CopyLink } from "#ui/CopyLink.tsx";
import type { EmitLab } from "./emit-lab.ts";
import { guestName } from "./model.ts";

/** Lets one second device join this bench as Dee, by a link that the reader can end. */
export function Invitation({ lab }: { lab: EmitLab }) {
  const { state, guests, isLinkOpen } = lab.view.value;
  if (!isLinkOpen) {
    return (
      <button
        type="button"
        class="lab-action emit-invite"
        disabled={state !== "live"}
        onClick={() => void lab.invite(true)}
      >
        Invite a second device as {guestName}
      </button>
    );
  }
  return (
    <div class="emit-invitation">
      <p>
        {guests > 0
          ? `${guestName} has joined. She can emit this event and nothing else.`
          : `Open the link on a second device. One may join, as ${guestName}.`}
        {guests === 0 && isLoopback(location.hostname) && (
          <> This site runs on this machine alone, so here the link opens in another window only.</>
        )}
      </p>
      <CopyLink label="Copy the invitation" linkOf={() => joinLink(lab.benchKey)} />
      <button type="button" class="lab-action" onClick={() => void lab.invite(false)}>
        End the link
      </button>
    </div>
  );
}

/** Address that makes its page ask whether to join. The key stays behind the #, out of all logs. */
const joinLink = (bench: string): string => `${location.origin}/labs/emit/#join=${bench}`;

const isLoopback = (hostname: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
