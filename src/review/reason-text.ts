import { dateText } from "./day-text.ts";
import { type DueItem, type Reason, reasonOf, reasons } from "./session.ts";

const lastTime: Record<Reason, string> = {
  "sure-and-wrong": "You were sure, and it was not so",
  wrong: "Your answer was not right",
  guessed: "You guessed, and it was right",
  refresh: "You knew it",
};

/** Why this question is asked today. */
export const reasonText = (due: DueItem): string =>
  due.last
    ? `${lastTime[reasonOf(due)]}: ${dateText(due.last.day)}.`
    : "When you last answered it cannot be told: the time kept with it lies in the future.";

const named: Record<Reason, string> = {
  "sure-and-wrong": "you were sure of and got wrong",
  wrong: "you got wrong",
  guessed: "you guessed",
  refresh: "to keep fresh",
};

/** Why these questions are asked, with how many for each reason. */
export const reasonCounts = (items: readonly DueItem[]): string[] =>
  reasons.flatMap((reason) => {
    const count = items.filter((each) => reasonOf(each) === reason).length;
    return count > 0 ? [`${count} ${named[reason]}`] : [];
  });
