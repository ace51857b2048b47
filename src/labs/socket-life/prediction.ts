import type { Observation } from "#lab-kit/observation.ts";
import { answers } from "./answers.ts";
import type { ScenarioId } from "./model.ts";

/** What the reader is asked before a run. */
export interface Question {
  ask: keyof typeof answers;
  words: string;
  options: readonly [id: string, label: string][];
}

const states: Question["options"] = [
  ["no-row", "no row at all"],
  ["syn-sent", "SYN-SENT"],
  ["established", "ESTABLISHED"],
  ["fin-wait-2", "FIN-WAIT-2"],
  ["close-wait", "CLOSE-WAIT"],
  ["time-wait", "TIME-WAIT"],
];

const errors: Question["options"] = [
  ["none", "no call fails"],
  ["econnrefused", "ECONNREFUSED"],
  ["econnreset", "ECONNRESET"],
  ["epipe", "EPIPE"],
  ["eaddrinuse", "EADDRINUSE"],
];

const sides: Question["options"] = [
  ["client", "the client’s"],
  ["server", "the server’s"],
  ["nobody", "nobody’s"],
];

const counts = (most: number): Question["options"] =>
  Array.from({ length: most + 1 }, (_, count) => [String(count), String(count)]);

const lastError = (words: string): Question => ({ ask: "lastError", words, options: errors });

/** One question for each scenario; a run by hand has none. */
export const questions: Readonly<Partial<Record<ScenarioId, Question>>> = {
  "listen-connect": {
    ask: "beforeAccept",
    words: "Before accept is called, C1’s row says",
    options: states,
  },
  "half-close": {
    ask: "afterShutdown",
    words: "After its shutdown, C1’s row says",
    options: states,
  },
  "time-wait": { ask: "whoWaits", words: "In the end TIME-WAIT is", options: sides },
  "server-first": { ask: "whoWaits", words: "In the end TIME-WAIT is", options: sides },
  refused: lastError("connect on C1 gives"),
  reset: lastError("recv on C1 gives"),
  unread: lastError("recv on C1 gives"),
  "in-use": {
    ask: "failedCall",
    words: "The first call on L2 that fails is",
    options: [
      ["bind", "bind"],
      ["listen", "listen"],
      ["neither", "neither"],
    ],
  },
  epipe: {
    ask: "failedSend",
    words: "Of C1’s two sends there fails",
    options: [
      ["first", "the first"],
      ["second", "the second"],
      ["neither", "neither"],
    ],
  },
  closed: lastError("The last connect gives"),
  backlog: { ask: "connected", words: "Clients whose connect comes back", options: counts(4) },
  "one-accept": {
    ask: "unaccepted",
    words: "After one accept, connections that nobody holds",
    options: counts(3),
  },
  "three-connections": {
    ask: "serverPorts",
    words: "Ports of the server program’s four sockets",
    options: counts(4).slice(1),
  },
};

/** What the reader says: the id of an option. */
export interface Said {
  outcome: string;
}

/** What was said, held against a run. */
export interface Verdict {
  words: string;
  said: string;
  happened: string;
  isRight: boolean;
}

/** Nothing where nothing was asked or said, or where the run does not tell. */
export function verdictOf(
  scenario: ScenarioId,
  { outcome: said }: Partial<Said>,
  observations: readonly Observation[],
): Verdict | undefined {
  const question = questions[scenario];
  const keys = question ? answers[question.ask]({ observations }) : [];
  if (!question || said === undefined || keys.length === 0) return undefined;
  const label = (id: string) => question.options.find(([option]) => option === id)?.[1] ?? id;
  return {
    words: question.words,
    said: label(said),
    happened: keys.map(label).join(" and "),
    isRight: keys.length === 1 && keys[0] === said,
  };
}
