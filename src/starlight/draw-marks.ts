import type { Bank, BankLesson } from "#progress/bank.ts";
import type { Progress } from "#progress/format.ts";
import { lessonStanding, objectiveState } from "#progress/objectives.ts";

interface Drawn {
  look: "none" | "some" | "all";
  /** Part of the dot that is filled, 0 to 1. */
  share: number;
  text: string;
}

const nothing: Drawn = { look: "none", share: 0, text: "" };

/** How a lesson's dot looks and what it says: by objectives that are met. */
export const lessonLook = (lesson: BankLesson, progress: Progress): Drawn => {
  const { metCount, objectiveCount, isBegun } = lessonStanding(lesson, progress);
  if (!isBegun) return nothing;
  const look = metCount === objectiveCount ? "all" : "some";
  const text = `(${metCount} of ${objectiveCount} objectives met)`;
  return { look, share: metCount / objectiveCount, text };
};

const objectiveLooks: Record<ReturnType<typeof objectiveState>, Drawn> = {
  open: nothing,
  begun: { look: "some", share: 0, text: "(begun)" },
  met: { look: "all", share: 1, text: "(met)" },
};

const lookOf = ({ dataset }: HTMLElement, bank: Bank, progress: Progress): Drawn => {
  const lesson = bank.lessons.find(({ slug }) => slug === dataset.lesson);
  if (!lesson) return nothing;
  return dataset.objective
    ? objectiveLooks[objectiveState(lesson, dataset.objective, progress)]
    : lessonLook(lesson, progress);
};

/** Fills in every mark of a lesson or an objective on the page. */
export const drawMarks = (root: ParentNode, bank: Bank, progress: Progress): void => {
  for (const mark of root.querySelectorAll<HTMLElement>("lesson-mark")) {
    const { look, share, text } = lookOf(mark, bank, progress);
    mark.dataset.progress = look;
    mark.style.setProperty("--share", String(share));
    const words = mark.querySelector("[data-progress-text]");
    if (words) words.textContent = text;
  }
};

/** Says how many questions are due, wherever the page has a place for it. */
export const drawDue = (root: ParentNode, dueCount: number): void => {
  for (const place of root.querySelectorAll<HTMLElement>("[data-due]")) {
    place.textContent = dueCount > 0 ? `${dueCount} due` : "";
  }
};
