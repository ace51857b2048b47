import type { FailureText } from "#lab-kit/failures.ts";
import { messageBytes } from "./message-bytes.ts";
import { bounds, isOverTcp, linkMtu, type Settings } from "./model.ts";

interface Rule {
  isBroken(settings: Settings): boolean;
  says: string;
  next: string;
}

const isDns = ({ carrier }: Settings): boolean => carrier === "dns";
const labels = ({ text }: Settings): string[] => text.split(".");
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

const rules: readonly Rule[] = [
  {
    isBroken: ({ text }) => text.length > bounds.textLength,
    says: `This lab takes at most ${bounds.textLength} characters here.`,
    next: "Shorten it; a larger message can be chosen under “Size”.",
  },
  {
    // A lone half of a pair: it can be typed by a program or pasted, and is no character.
    isBroken: ({ text }) => /\p{Surrogate}/u.test(text),
    says: "This is not valid text: it holds half a character, for which UTF-8 has no bytes.",
    next: "Delete the character that shows as a box.",
  },
  {
    isBroken: (settings) => settings.carrier === "socket.io" && settings.text === "",
    says: "There is no event: an event has a name.",
    next: "Type one, such as hey.",
  },
  {
    isBroken: ({ carrier, text, size }) => carrier === "tcp" && text === "" && size === "typed",
    says: "TCP is given no bytes, and so it sends no segment.",
    next: "Type a message, or take UDP, which sends empty datagrams as well.",
  },
  {
    isBroken: (settings) =>
      isDns(settings) &&
      labels(settings).some((label) => label.length > bounds.labelLength || !LABEL.test(label)),
    says: `The message is asked for as a name here: letters, digits and hyphens, up to ${bounds.labelLength} between two dots.`,
    next: "Type such a name, as hey, or take UDP for any text.",
  },
  {
    isBroken: (settings) =>
      !isOverTcp(settings) && settings.dontFragment && messageBytes(settings).length > linkMtu - 28,
    says: `The datagram is larger than the link’s ${linkMtu} bytes and must not be fragmented: the program gets the error EMSGSIZE.`,
    next: "Take away “don’t fragment”, or make the message smaller.",
  },
];

/** What is wrong with what the reader chose, before anything is made; undefined when it can go. */
export function inputProblem(settings: Settings): FailureText | undefined {
  const broken = rules.find((rule) => rule.isBroken(settings));
  return broken && { says: broken.says, next: broken.next };
}
