import type { Item } from "./item.ts";
import type { Kind } from "./kind.ts";
import type { Play } from "./play.ts";

/** What the status line says: a sentence, and whether the way to the lab follows it. */
export interface Status {
  sign?: "=" | "≠";
  text: string;
  leadsToLab?: boolean;
}

const nextStep = (play: Play): string =>
  play.phase === "open"
    ? "Read the note, change your answer and check again."
    : "The reason is below.";

const markedStatus = <I extends Item>(kind: Kind<I>, play: Play): Status | undefined => {
  const mark = play.marked?.mark;
  if (!mark) return undefined;
  const origin = play.run ? ` This run was ${play.run.provenance}.` : "";
  return {
    sign: mark.isRight ? "=" : "≠",
    text: `${kind.verdict(mark)}${origin} ${nextStep(play)}`,
  };
};

const runStatus = (play: Play): Status => {
  if (play.isRunUnreadable) {
    return {
      text: "A run ended, but it could not be held against this question. Run the preset as it is, or reload the page:",
      leadsToLab: true,
    };
  }
  if (play.phase === "waiting") return { text: "Noted. Now run it:", leadsToLab: true };
  return {
    text: play.run ? "A run is there. Answer first, then compare." : "Tick, then run the lab.",
  };
};

/** The one sentence that says where the reader stands. Empty when there is nothing to say. */
export const statusOf = <I extends Item>(kind: Kind<I>, play: Play): Status => {
  if (play.notYet) return { text: `Not yet: ${play.notYet}` };
  const isAboutRun = kind.runComes === "after" || (play.isRunUnreadable && !play.run);
  return markedStatus(kind, play) ?? (isAboutRun ? runStatus(play) : { text: "" });
};

/** The label of the one button. */
export const buttonLabel = <I extends Item>(kind: Kind<I>, play: Play): string => {
  if (play.phase === "ended") return "Try again";
  if (play.phase === "waiting") return "Prediction noted";
  return play.run && kind.runComes === "after" ? "Compare with the run" : kind.button;
};
