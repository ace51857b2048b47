import type { FailureText } from "#lab-kit/failures.ts";
import { bounds, ownNames, readBytes, type Settings } from "./model.ts";

interface Rule {
  isBroken(settings: Settings): boolean;
  says: string;
  next: string;
}

const isEvent = ({ carries }: Settings): boolean => carries === "socket.io";
const isClose = ({ carries, call }: Settings): boolean => carries === "plain" && call === "close";
const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const rules: readonly Rule[] = [
  {
    isBroken: (settings) => isEvent(settings) && settings.text === "",
    says: "There is no event to emit: an event has a name.",
    next: "Type one, such as hey.",
  },
  {
    isBroken: (settings) => isEvent(settings) && ownNames.includes(settings.text),
    says: "Socket.IO keeps this name for itself, and emit throws an error.",
    next: "Take another name, such as hey.",
  },
  {
    isBroken: ({ text }) => text.length > bounds.textLength,
    says: `This lab takes at most ${bounds.textLength} characters here.`,
    next: "Shorten it; a long message can be chosen under “With it”.",
  },
  {
    // A lone half of a pair: it can be typed by a program or pasted, and is no character.
    isBroken: ({ text }) => /\p{Surrogate}/u.test(text),
    says: "This is not valid text: it holds half a character, for which UTF-8 has no bytes.",
    next: "Delete the character that shows as a box.",
  },
  {
    isBroken: (settings) => isClose(settings) && sizeOf(settings.text) > bounds.reasonBytes,
    says: `A close frame has room for ${bounds.reasonBytes} bytes of reason.`,
    next: "Shorten the reason.",
  },
  {
    isBroken: (settings) =>
      !isClose(settings) && settings.extra === "bytes" && readBytes(settings.bytes) === undefined,
    says: "These are no bytes: a byte is a pair of the digits 0 to 9 and a to f.",
    next: `Write 1 to ${bounds.sentBytes} of them, such as 01 02 03 fa.`,
  },
];

/** What is wrong with what the reader typed, before anything is sent; undefined when it can go. */
export function inputProblem(settings: Settings): FailureText | undefined {
  const broken = rules.find((rule) => rule.isBroken(settings));
  return broken && { says: broken.says, next: broken.next };
}
