import type { Observation } from "#lab-kit/observation.ts";
import type { WireField } from "#wire/wire-field.ts";
import { conversation, isContent, type Passed } from "./conversation.ts";
import type { Carrier } from "./model.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** The message that a run is about: the first that says something. */
export function messageInQuestion({ observations }: SeenRun): Passed | undefined {
  const found = (carries: Carrier) =>
    conversation(observations, carries).find((message) => isContent(message, carries));
  return found("socket.io") ?? found("plain");
}

const frameInQuestion = (run: SeenRun): Passed | undefined => {
  const message = messageInQuestion(run);
  return message?.kind === "frame" ? message : undefined;
};

const has = (message: Passed, id: string): boolean =>
  message.fields.some((field) => field.id === id);
const isMasked = (message: Passed): boolean => has(message, "websocket.masking-key");
const isFinal = ({ bytes }: Passed): boolean => (bytes[0] ?? 0) >= 128;
const yesOrNo = (frame: Passed | undefined, is: (frame: Passed) => boolean): string[] =>
  frame ? [is(frame) ? "yes" : "no"] : [];

/** `client`, `server`: those whose frames were masked. Empty in a run without frames. */
function whoMasks({ observations }: SeenRun): string[] {
  const frames = conversation(observations, "plain").filter(({ kind }) => kind === "frame");
  const masks = (way: string) => frames.some((frame) => frame.way === way && isMasked(frame));
  return [...(masks("up") ? ["client"] : []), ...(masks("down") ? ["server"] : [])];
}

/** Bytes of the frame or message in question, as digits. */
const frameBytes = (run: SeenRun): string[] => {
  const message = messageInQuestion(run);
  return message ? [String(message.bytes.length)] : [];
};

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<
  Record<"isMasked" | "isFinal" | "frameBytes" | "whoMasks", (run: SeenRun) => string[]>
> = {
  isMasked: (run) => yesOrNo(frameInQuestion(run), isMasked),
  isFinal: (run) => yesOrNo(frameInQuestion(run), isFinal),
  frameBytes,
  whoMasks,
};

type ByteAnswer = (run: SeenRun) => { hex: string; key: readonly number[] } | undefined;

/** More than this cannot be clicked through. */
const mostAsked = 64;

/** The bytes of the frame in question, and which of them belong to fields like this. */
const bytesWhere =
  (is: (field: WireField, payloadFrom: number) => boolean): ByteAnswer =>
  (run) => {
    const frame = frameInQuestion(run);
    if (!frame || frame.bytes.length > mostAsked) return undefined;
    const payloadFrom = Math.min(
      ...frame.fields.filter(({ layer }) => layer !== "websocket").map(({ from }) => from),
    );
    const own = frame.fields.filter((field) => is(field, payloadFrom));
    const key = own.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    );
    const hex = Array.from(frame.bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return key.length > 0 ? { hex, key } : undefined;
  };

/** The bytes that a question shows, and which of them are right. */
export const byteAnswers: Readonly<
  Record<"masking-key" | "opcode" | "payload" | "event-name", ByteAnswer>
> = {
  "masking-key": bytesWhere(({ id }) => id === "websocket.masking-key"),
  opcode: bytesWhere(({ id }) => id === "websocket.opcode"),
  payload: bytesWhere(({ from }, payloadFrom) => from >= payloadFrom),
  "event-name": bytesWhere(({ id }) => id === "data.event-name"),
};
