import type { Fate, NewsCode } from "./news-fate.ts";
import type { OrderCode, OrderFate } from "./order-fate.ts";

type NewsText = (who: string, fates: readonly Fate<NewsCode>[]) => string;
type OrderText = (who: string, fates: readonly OrderFate[]) => string;

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** One or two sentences for each fate of news. */
export const newsTexts: Readonly<Record<NewsCode, NewsText>> = {
  direct: (who) => `The server wrote it to ${who}’s socket, and ${who}’s listener ran.`,
  restored: (who) =>
    `Connection state recovery had kept it, and the server wrote it when ${who} was back.`,
  replayed: (who) => `${who} said which news was the last, and the server sent this one again.`,
  held: () => "The cable held it. It came through when the cable was back in.",
  "two-listeners": (_, fates) =>
    `It arrived once, and ${most(fates.map(({ times }) => times))} listeners took it.`,
  "sent-twice": () => "It arrived more than once.",
  "no-listener": (who) =>
    `It arrived, but ${who} had no listener for it then. It is not kept for a later one.`,
  lost: (who) =>
    `The server still believed in a connection of ${who} and wrote it there. That connection was dead.`,
  "not-connected": (who) =>
    `${who} was not connected when the server emitted it. The server keeps nothing for later.`,
  "on-its-way": (who) => `The server wrote it to ${who}. It has not arrived so far.`,
  unexplained: () => "The server could not keep all its observations, so the reason is not known.",
};

const times = (number: number): string => (number === 1 ? "once" : `${number} times`);

/** What a callback was told; nothing to say where there is none. */
const toldText = (who: string, { told }: OrderFate): string => {
  if (!told) return "";
  return "error" in told
    ? ` ${who}’s callback got the error “${told.error}”.`
    : ` ${who}’s callback got the answer ${told.answer}.`;
};

const withTold =
  (say: (who: string, fates: readonly OrderFate[]) => string): OrderText =>
  (who, fates) =>
    say(who, fates) + (fates[0] ? toldText(who, fates[0]) : "");

/** One or two sentences for each fate of orders. */
export const orderTexts: Readonly<Record<OrderCode, OrderText>> = {
  direct: withTold(() => "It arrived, and the server’s listener carried it out."),
  held: withTold(
    () => "The cable held it. It came through when the cable was back in, and was carried out.",
  ),
  kept: withTold(
    (who) => `${who}’s client kept it, sent it later, and the listener carried it out.`,
  ),
  "told-wrongly": withTold(() => "No answer came in time, yet the listener carried it out once."),
  repeated: withTold(
    (_, fates) =>
      `The client sent it ${times(most(fates.map(({ sent }) => sent)))}, and the listener carried it out ${times(most(fates.map((fate) => fate.times)))}.`,
  ),
  "repeat-known": withTold(
    (_, fates) =>
      `It arrived ${times(most(fates.map(({ arrived }) => arrived)))}. The listener carried it out once and knew the others as repeats.`,
  ),
  dropped: (who) => `It was volatile, and ${who}’s connection could not take it at once.`,
  lost: withTold(
    (who) => `${who}’s client believed in its connection and sent it. That connection was dead.`,
  ),
  "lost-each-time": (who, fates) => {
    const told = fates[0] && toldText(who, fates[0]);
    const silence = ` Then ${who}’s client dropped it, without a word.`;
    return `It was sent ${times(most(fates.map(({ sent }) => sent)))}, each time into a dead connection.${told || silence}`;
  },
  "on-its-way": (who) => `${who}’s client sent it. It has not arrived so far.`,
  waiting: (who) => `It is still in the buffer of ${who}’s client, which is not connected.`,
  "taken-out": withTold(
    (who) => `When the time was up, ${who}’s client took it out of its buffer. It is never sent.`,
  ),
  unexplained: () => "The observations do not say what became of it.",
};
