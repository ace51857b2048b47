import type { Progress } from "#progress/format.ts";
import { openProgress, progressEventName } from "#progress/store.ts";

/** How far a reader is with a lesson's questions. */
export type LessonProgress = "none" | "some" | "all";

const texts: Record<LessonProgress, string> = {
  none: "",
  some: "(begun)",
  all: "(all questions answered)",
};

/** `all` when each item was once answered right, `some` when any was tried. */
export const lessonProgress = (itemIds: readonly string[], { items }: Progress): LessonProgress => {
  const tries = itemIds.map((id) => items[id]?.tries ?? []);
  if (tries.length > 0 && tries.every((all) => all.some(({ right }) => right))) return "all";
  return tries.some(({ length }) => length > 0) ? "some" : "none";
};

const draw = (mark: HTMLElement, progress: Progress): void => {
  const itemIds = mark.dataset.items?.split(" ").filter(Boolean) ?? [];
  const state = lessonProgress(itemIds, progress);
  mark.dataset.progress = state;
  const text = mark.querySelector("[data-progress-text]");
  if (text) text.textContent = texts[state];
};

/** Fills in all marks of the page, now and whenever the progress may have changed. */
export const watchProgress = (): void => {
  const store = openProgress(window);
  const drawAll = () => {
    const progress = store.read();
    for (const mark of document.querySelectorAll<HTMLElement>("lesson-mark")) draw(mark, progress);
  };
  drawAll();
  store.onOtherTab(drawAll);
  window.addEventListener(progressEventName, drawAll);
  window.addEventListener("pageshow", drawAll);
};
