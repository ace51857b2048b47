/** Source: RFC 6455, sections 5.1, 5.2, 5.4, 5.5, 7.4 and 8.1; RFC 7692, section 6. */
import { maySendCloseCode } from "./close-codes.ts";
import { utf8 } from "./text.ts";
import type { Frame } from "./websocket-frame.ts";
import { opcodeNames } from "./websocket-header.ts";
import type { WireState } from "./wire-state.ts";

/** A rule that a frame breaks. It is told, never repaired. */
export interface BrokenRule {
  rule: string;
  source: string;
}

interface FrameContext {
  way: "up" | "down";
  state: WireState;
}

interface Rule extends BrokenRule {
  isBroken: (frame: Frame, context: FrameContext) => boolean;
}

const isControl = ({ opcode }: Frame): boolean => opcode >= 8;

const shortest = ({ payload: { length } }: Frame): Frame["lengthBits"] =>
  length <= 125 ? 7 : length <= 0xffff ? 16 : 64;

const codeOf = ({ payload }: Frame): number => ((payload[0] ?? 0) << 8) | (payload[1] ?? 0);

const isWholeText = (frame: Frame): boolean => frame.opcode === 1 && frame.isFinal && !frame.rsv1;

const rules: readonly Rule[] = [
  {
    isBroken: (frame, { way }) => way === "up" && !frame.maskingKey,
    rule: "A client masks every frame.",
    source: "RFC 6455, section 5.1",
  },
  {
    isBroken: (frame, { way }) => way === "down" && frame.maskingKey !== undefined,
    rule: "A server masks no frame.",
    source: "RFC 6455, section 5.1",
  },
  {
    isBroken: ({ rsv2, rsv3 }) => rsv2 || rsv3,
    rule: "RSV2 and RSV3 are 0 unless an extension was agreed on.",
    source: "RFC 6455, section 5.2",
  },
  {
    isBroken: (frame, { state }) =>
      frame.rsv1 && (!state.isDeflateAgreed || isControl(frame) || frame.opcode === 0),
    rule: "RSV1 is 0 unless compression was agreed on, and only the first frame of a message has it.",
    source: "RFC 7692, section 6",
  },
  {
    isBroken: ({ opcode }) => opcodeNames[opcode] === undefined,
    rule: "Opcodes 3 to 7 and 11 to 15 are reserved.",
    source: "RFC 6455, section 5.2",
  },
  {
    isBroken: (frame) => frame.lengthBits !== shortest(frame),
    rule: "A length is written in the shortest way.",
    source: "RFC 6455, section 5.2",
  },
  {
    isBroken: (frame) => isControl(frame) && (!frame.isFinal || frame.payload.length > 125),
    rule: "A control frame is never split and has at most 125 bytes of payload.",
    source: "RFC 6455, section 5.5",
  },
  {
    isBroken: ({ opcode }, { state }) => opcode === 0 && state.message === undefined,
    rule: "A continuation follows a frame that said that more would come.",
    source: "RFC 6455, section 5.4",
  },
  {
    isBroken: ({ opcode }, { state }) =>
      (opcode === 1 || opcode === 2) && state.message !== undefined,
    rule: "A new message begins when the one before is complete.",
    source: "RFC 6455, section 5.4",
  },
  {
    isBroken: (frame) => isWholeText(frame) && utf8(frame.payload) === undefined,
    rule: "Text is valid UTF-8.",
    source: "RFC 6455, section 8.1",
  },
  {
    isBroken: (frame) =>
      frame.opcode === 8 && frame.payload.length > 0 && !maySendCloseCode(codeOf(frame)),
    rule: "A close frame holds no code, or one that may be sent.",
    source: "RFC 6455, section 7.4",
  },
];

/** The rules that a frame breaks, in this place of its connection. */
export const brokenRules = (frame: Frame, context: FrameContext): BrokenRule[] =>
  rules
    .filter(({ isBroken }) => isBroken(frame, context))
    .map(({ rule, source }) => ({ rule, source }));
