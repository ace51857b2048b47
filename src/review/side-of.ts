import type { Side } from "#progress/bank.ts";
import type { Item } from "#quiz/item.ts";

/** Lessons whose questions are all about one side of a pair. */
const sideOfLesson: Readonly<Record<string, Side>> = {
  tcp: "tcp",
  udp: "udp",
  websocket: "websocket",
  "socket-io": "socket-io",
};

const toRoom = { io: /\bio\.(to|in)\(/, socket: /\b(socket|\w+Socket)\.(to|in)\(/ };

const sideOfCall = ({ prompt, code = "" }: Item): Side | undefined => {
  const text = `${prompt}\n${code}`;
  const [io, socket] = [toRoom.io.test(text), toRoom.socket.test(text)];
  if (io === socket) return undefined;
  return io ? "io-to" : "socket-to";
};

/** Which side of a confusable pair a question is about, if it is about one of them. */
export const sideOf = (lesson: string, item: Item): Side | undefined =>
  sideOfLesson[lesson] ?? sideOfCall(item);
