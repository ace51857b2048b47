import type { Confidence, Try } from "#progress/format.ts";
import type { Item } from "./item.ts";
import type { Answer, Kind, Mark } from "./kind.ts";
import type { RunKey } from "./lab-run.ts";

/** One reader at one item. */
export interface Play {
  /** `waiting`: answered, and the run that is the key has not happened yet. */
  phase: "open" | "waiting" | "ended";
  answer: Answer;
  confidence?: Confidence;
  /** Why the last press of the button marked nothing. */
  notYet?: string;
  /** The last marked answer of this round, and its mark. */
  marked?: { answer: Answer; mark: Mark };
  wrongTries: number;
  hintsShown: number;
  /** The last run of the item's lab in this round. */
  run?: RunKey;
  /** A later run, kept until the reader begins anew, so that bytes do not change under the hand. */
  laterRun?: RunKey;
  /** A run ended that could not be held against the question. */
  isRunUnreadable?: boolean;
  /** Marked tries since the page was opened, oldest first; they outlive a round. */
  tries: readonly Try[];
}

/** What can happen to an item. Times are handed in, so that a game can be replayed. */
export type Action =
  | { type: "answer"; answer: Answer }
  | { type: "confidence"; confidence: Confidence }
  | { type: "check"; atIso: string }
  | { type: "run"; run: RunKey; atIso: string }
  | { type: "unreadable-run" }
  | { type: "hint" }
  | { type: "again" };

/** An item that nobody has touched. */
export const freshPlay: Play = {
  phase: "open",
  answer: [],
  wrongTries: 0,
  hintsShown: 0,
  tries: [],
};

const notYet = <I extends Item>(kind: Kind<I>, item: I, play: Play): string | undefined => {
  if (kind.runComes === "first" && !play.run) return "run the lab first; its bytes come here.";
  const missing = kind.missing(item, play.answer);
  if (missing) return missing;
  // A second press on the same answer would spend the last try by accident.
  if (play.marked && kind.isSame(item, play.marked.answer, play.answer)) {
    return "you have tried that answer; change it first.";
  }
  return play.confidence ? undefined : "say how sure you are.";
};

const without = <Key extends keyof Play>(play: Play, ...keys: Key[]): Omit<Play, Key> => {
  const rest = { ...play };
  for (const key of keys) delete rest[key];
  return rest;
};

const settle = <I extends Item>(
  kind: Kind<I>,
  item: I,
  play: Play,
  key: Answer,
  atIso: string,
): Play => {
  const { answer, confidence = "guess" } = play;
  const mark = kind.mark(item, answer, key, play.run);
  const wrongTries = play.wrongTries + (mark.isRight ? 0 : 1);
  const hasEnded = mark.isRight || wrongTries >= kind.triesUntilKey;
  return {
    ...play,
    phase: hasEnded ? "ended" : "open",
    marked: { answer, mark },
    wrongTries,
    tries: [...play.tries, { atIso, right: mark.isRight, confidence, chosen: answer }],
  };
};

const check = <I extends Item>(kind: Kind<I>, item: I, play: Play, atIso: string): Play => {
  if (play.phase !== "open") return play;
  const reason = notYet(kind, item, play);
  if (reason) return { ...play, notYet: reason };
  const key = kind.key(item) ?? play.run?.key;
  const complete = without(play, "notYet");
  return key ? settle(kind, item, complete, key, atIso) : { ...complete, phase: "waiting" };
};

/** Takes a run to be shown at once while nothing was answered, else for later. */
const showRun = (play: Play, run: RunKey): Play => {
  const isTouched = play.answer.length > 0 || play.marked !== undefined;
  return isTouched ? { ...play, laterRun: run } : { ...without(play, "isRunUnreadable"), run };
};

/** A new round; what a question shows stays, or is the latest run. */
const begin = <I extends Item>(kind: Kind<I>, { run, laterRun, tries }: Play): Play => {
  const shown = kind.runComes === "first" ? (laterRun ?? run) : undefined;
  return { ...freshPlay, tries, ...(shown && { run: shown }) };
};

const hearRun = <I extends Item>(
  kind: Kind<I>,
  item: I,
  play: Play,
  run: RunKey,
  atIso: string,
): Play => {
  if (kind.runComes === "first") return showRun(play, run);
  if (play.phase === "ended") return play;
  const heard = { ...without(play, "isRunUnreadable"), run };
  return play.phase === "waiting" ? settle(kind, item, heard, run.key, atIso) : heard;
};

/** The rules of play: the state after an action. Actions that make no sense change nothing. */
export const nextPlay = <I extends Item>(
  kind: Kind<I>,
  item: I,
  play: Play,
  action: Action,
): Play => {
  switch (action.type) {
    case "answer":
      if (play.phase === "ended") return play;
      return { ...without(play, "notYet"), phase: "open", answer: action.answer };
    case "confidence":
      if (play.phase === "ended") return play;
      return { ...without(play, "notYet"), confidence: action.confidence };
    case "check":
      return check(kind, item, play, action.atIso);
    case "run":
      return hearRun(kind, item, play, action.run, action.atIso);
    case "unreadable-run":
      return play.phase === "ended" ? play : { ...play, isRunUnreadable: true };
    case "hint":
      return { ...play, hintsShown: Math.min(play.hintsShown + 1, item.hints.length) };
    case "again":
      return play.phase === "ended" || play.laterRun ? begin(kind, play) : play;
  }
};

/**
 * An item that nobody has touched, with the recording that it shows until the reader has run, and
 * how sure the reader is taken to be.
 */
export const playWith = (recorded: RunKey | undefined, presumed?: Confidence): Play => ({
  ...freshPlay,
  ...(recorded && { run: recorded }),
  ...(presumed && { confidence: presumed }),
});

/** The marks that may be seen: until the end, only those of options that the reader chose. */
export const visibleParts = (play: Play): Mark["parts"] => {
  const parts = play.marked?.mark.parts ?? {};
  if (play.phase === "ended") return parts;
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== "missed"));
};

/** The key, once it may be seen. */
export const visibleKey = <I extends Item>(
  kind: Kind<I>,
  item: I,
  play: Play,
): Answer | undefined => (play.phase === "ended" ? (kind.key(item) ?? play.run?.key) : undefined);
