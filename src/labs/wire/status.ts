import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { layerNames } from "#ui/layer-names.ts";
import { fieldOf } from "#wire/dissect.ts";
import { layerBytes } from "#wire/leaf.ts";
import { wireLayers } from "#wire/wire-field.ts";
import { messageInQuestion } from "./answers.ts";
import { conversation, hasOpcode, type Passed } from "./conversation.ts";
import { messageKind } from "./message-words.ts";
import type { Settings } from "./model.ts";

/** How a run ended, in a sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: string): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  if (run.settings.extra === "too-long") return refusalSentence(run);
  const message = messageInQuestion(run);
  if (!message) return "The run has not ended: the bytes did not come.";
  const { length } = message.bytes;
  const end = run.stage === "stuck" ? " The run has not ended: something did not come." : "";
  const way = detourSentence(run.settings, message);
  return `${messageKind(message)}: ${counted(length)}.${saidSentence(said, length)}${way}${end}`;
}

/** How many bytes each layer has of a message, in words. */
export function layersSentence(fields: Parameters<typeof layerBytes>[0]): string {
  const sums = layerBytes(fields);
  return wireLayers
    .flatMap((layer) => (sums[layer] ? [`${layerNames[layer]} ${sums[layer]}`] : []))
    .join(", ");
}

const counted = (bytes: number): string =>
  `${bytes.toLocaleString("en")} ${bytes === 1 ? "byte" : "bytes"}`;

function saidSentence(said: string, length: number): string {
  const digits = said.trim();
  if (!/^\d{1,9}$/.test(digits)) return "";
  return Number(digits) === length ? " As you said." : ` You said ${Number(digits)}.`;
}

/** Where WebSocket is blocked, a client goes on over polling. */
const detourSentence = ({ carries, transport }: Settings, { kind }: Passed): string =>
  carries === "socket.io" && transport === "websocket" && kind !== "frame"
    ? " WebSocket did not come up, so Ann’s client used HTTP polling."
    : "";

function refusalSentence({ observations, settings }: ShownRun<Settings>): string {
  const messages = conversation(observations, settings.carries);
  const isAnswered = messages.some((message) => fieldOf(message, "http.status")?.value === "413");
  if (isAnswered) return "The message is too big: the server answered 413.";
  const isClosed = messages.some((message) => message.way === "down" && hasOpcode(message, 8));
  return isClosed
    ? "The message is too big: the server closed the connection with code 1009."
    : "The message is too big, and the run has not ended.";
}
