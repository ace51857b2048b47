import type { Observation } from "#lab-kit/observation.ts";
import { fieldOf } from "#wire/dissect.ts";
import { conversation, hasOpcode, isContent, type Passed } from "./conversation.ts";
import type { Settings } from "./model.ts";

/** Whether a run has ended: all that was to cross the wire has been seen there. */
export function isComplete(observations: readonly Observation[], settings: Settings): boolean {
  const messages = conversation(observations, settings.carries);
  if (settings.extra === "too-long") return isRefused(messages);
  if (settings.call === "close") return ["up", "down"].every((way) => hasClose(messages, way));
  const says = (who: "Ann" | "server") => settings.speaker === who || settings.speaker === "both";
  if (says("Ann") && !isHeardByServer(observations, messages, settings)) return false;
  if (says("server") && !isHeardByAnn(observations, messages, settings)) return false;
  return settings.call !== "ask" || observations.some(({ what }) => what === "ack-received");
}

const hasClose = (messages: readonly Passed[], way: string): boolean =>
  messages.some((message) => message.way === way && hasOpcode(message, 8));

/** The server ends the connection with a close frame, or answers that it is too much. */
const isRefused = (messages: readonly Passed[]): boolean =>
  hasClose(messages, "down") ||
  messages.some((message) => fieldOf(message, "http.status")?.value === "413");

/** A POST is over with its answer. */
function isHeardByServer(
  observations: readonly Observation[],
  messages: readonly Passed[],
  { carries }: Settings,
): boolean {
  const said = messages.find((message) => message.way === "up" && isContent(message, carries));
  if (!said || !observations.some(({ what }) => what === "received")) return false;
  const isAnswered = ({ way, connection, exchange }: Passed) =>
    way === "down" && connection === said.connection && exchange === said.exchange;
  return said.kind === "frame" || messages.some(isAnswered);
}

const isHeardByAnn = (
  observations: readonly Observation[],
  messages: readonly Passed[],
  { carries }: Settings,
): boolean =>
  messages.some((message) => message.way === "down" && isContent(message, carries)) &&
  (carries === "plain" || observations.some(({ what }) => what === "arrived"));
