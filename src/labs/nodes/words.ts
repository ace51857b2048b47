import type { RoutedRequest } from "#lab-kit/observation.ts";
import { clientNames, type Share, type TransportChoice } from "./model.ts";
import type { Ask } from "./outcome.ts";

/** The questions, as they are asked before a run and answered after it. */
export const askWords: Readonly<Record<Ask, string>> = {
  connected: "How many of the four connect?",
  reached: "How many of the four get the news?",
};

export const shareWords: Readonly<Record<Share, string>> = {
  none: "none",
  half: "half",
  all: "all",
};

/** A number of clients, as the answer to a question. */
export const countWords = (count: number): string => `${count} of ${clientNames.length}`;

/** The call that makes such a client, as one would write it. */
export const codeOf: Readonly<Record<TransportChoice, string>> = {
  default: "io()",
  websocket: 'io({ transports: ["websocket"] })',
};

/** A request in one word, for a drawing. */
export const requestWords: Readonly<Record<RoutedRequest, string>> = {
  GET: "GET",
  POST: "POST",
  upgrade: "WebSocket",
};
