import type { AskId } from "./answers.ts";
import type { Plot, Settings } from "./model.ts";

/** A question before a run. */
export interface AskWords {
  label: string;
  /** Whether several options may come true. */
  isSeveral: boolean;
  options: Readonly<Record<string, string>>;
}

const people = { Ann: "Ann’s program", Bob: "Bob’s program" } as const;

/** What the reader is asked, and what there is to choose from. */
export const askWords: Readonly<Record<Exclude<AskId, "servers">, AskWords>> = {
  speaksFirst: { label: "Who says the first word?", isSeveral: false, options: people },
  samePort: {
    label: "Two connections: whose port is the same on both?",
    isSeveral: true,
    options: { ...people, none: "neither" },
  },
  unasked: {
    label: "Which news does Ann’s program hear without asking?",
    isSeveral: true,
    options: {
      late: "“late”, before it asks",
      here: "“here”, after its question was answered",
      none: "neither",
    },
  },
  lastCall: {
    label: "What becomes of the last call of connect?",
    isSeveral: false,
    options: { connected: "it connects", refused: "it is refused", failed: "nothing comes back" },
  },
  clients: { label: "Who calls connect, as a client does?", isSeveral: true, options: people },
};

export type Asked = keyof typeof askWords;

const askOfPlot: Readonly<Record<Plot, Asked>> = {
  ask: "speaksFirst",
  "ask-again": "samePort",
  "server-first": "unasked",
  "call-back": "lastCall",
  swap: "clients",
};

/** The one question that a run is asked: it depends on what is played. */
export function askOf({ way, plot, isListening }: Settings): Asked {
  if (!isListening) return "lastCall";
  return way === "socket" && plot === "ask-again" ? "speaksFirst" : askOfPlot[plot];
}

/** What the reader said: ids of options; absent while nothing was said. */
export type Said = Partial<Record<Asked, readonly string[]>>;

/** Ids of options in words. */
export const optionText = (ask: Asked, ids: readonly string[]): string =>
  ids.map((id) => askWords[ask].options[id] ?? id).join(" and ");
