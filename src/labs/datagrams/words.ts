import type { Ask } from "./outcome.ts";

/** What the reader is asked before a run. */
export const askWords = {
  arrived: "Datagrams that arrive",
  error: "The sender is told",
  order: "The order of those that arrive",
  tcpReads: "Reads over TCP",
  whole: "Everything arrives",
} as const satisfies Record<Ask, string>;

/** The answers to choose from, where it is not a number. */
export const choicesOf: Readonly<Partial<Record<Ask, Readonly<Record<string, string>>>>> = {
  error: {
    none: "no error",
    EMSGSIZE: "EMSGSIZE",
    ECONNREFUSED: "ECONNREFUSED",
  },
  order: { kept: "is kept", changed: "changes" },
  whole: {
    udp: "over UDP alone",
    tcp: "over TCP alone",
    "udp+tcp": "over both",
    neither: "over neither",
  },
};

/** An answer as readers see it. */
export const answerWords = (ask: Ask, id: string): string => choicesOf[ask]?.[id] ?? id;

/** `1 datagram`, `92 datagrams`. */
export const datagramsText = (count: number): string =>
  `${count} datagram${count === 1 ? "" : "s"}`;

/** 1000 as `1,000`. */
export const numberText = (value: number): string => value.toLocaleString("en-GB");
