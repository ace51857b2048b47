import { type Clocks, type Observation, seen, serverMs } from "#lab-kit/observation.ts";
import { errorBetweenMs } from "#ui/run-clock.ts";
import type { AckOutcome } from "./ack-outcome.ts";
import { explain } from "./explain.ts";
import { explainAck } from "./explain-ack.ts";
import { guestName, type Settings } from "./model.ts";
import { isOpen, type ReasonCode } from "./reason.ts";
import { ackTexts, reasonText } from "./reasons.ts";
import { type Client, clients } from "./rule.ts";

/** What the reader said before the run; a question that was left open is absent. */
export interface Said {
  receivers?: readonly string[];
  ack?: AckOutcome;
}

/** What the table needs of a run. */
export interface OutcomeRun {
  settings: Pick<Settings, "from">;
  clocks: Clocks;
  observations: readonly Observation[];
}

/** One client's row: what was said, what happened, why. */
export interface OutcomeRow {
  who: Client;
  /** Absent when nothing was predicted. */
  said?: boolean;
  /** Absent as long as it is not known. */
  happened?: boolean;
  code: ReasonCode;
  reason: string;
  /** Milliseconds from the emit to the listener's call, and how far that may be wrong. */
  afterMs?: number;
  errorMs?: number;
}

/** The row of the acknowledgement. */
export interface AckRow {
  said?: AckOutcome;
  happened?: AckOutcome;
  reason: string;
}

/** One row for each client that takes part; the second device does once it is seen. */
export function outcomeRows(run: OutcomeRun, said: Said = {}): OutcomeRow[] {
  const present = clients.filter((who) => who !== guestName || isGuestSeen(run));
  return present.map((who) => rowOf(run, who, said));
}

const isGuestSeen = ({ settings, observations }: OutcomeRun): boolean =>
  settings.from === guestName ||
  observations.some(({ where }) => where === guestName) ||
  seen(observations, "written").some(
    ({ write }) => guestName in (write.namespaces ?? write.memberships),
  );

function rowOf(run: OutcomeRun, who: Client, said: Said): OutcomeRow {
  const { received, reason } = explain(run.observations, who, run.settings.from);
  return {
    who,
    ...(said.receivers && { said: said.receivers.includes(who) }),
    ...(!isOpen(reason) && { happened: received }),
    code: reason.code,
    reason: reasonText(reason, who),
    ...delayOf(run, who),
  };
}

function delayOf(
  { observations, clocks, settings }: OutcomeRun,
  who: Client,
): Pick<OutcomeRow, "afterMs" | "errorMs"> | undefined {
  const emitted = seen(observations, "emitted").find(({ where }) => where === settings.from);
  const handled = seen(observations, "handled").find(({ where }) => where === who);
  if (!emitted || !handled) return undefined;
  return {
    afterMs: serverMs(handled, clocks) - serverMs(emitted, clocks),
    errorMs: errorBetweenMs(emitted.clock, handled.clock, clocks),
  };
}

/** The row of the acknowledgement. @returns undefined when none was asked for */
export function ackRow(
  { observations, settings }: OutcomeRun,
  said: Said = {},
): AckRow | undefined {
  const explained = explainAck(observations, settings.from);
  if (!explained) return undefined;
  const { outcome } = explained;
  return {
    ...(said.ack && { said: said.ack }),
    ...(outcome !== "pending" && { happened: outcome }),
    reason: ackTexts[outcome](explained, settings.from),
  };
}
