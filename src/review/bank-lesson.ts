import type { BankItem, BankLesson } from "#progress/bank.ts";
import { hashOf } from "#progress/hash.ts";
import { gradedPart } from "#quiz/graded-part.ts";
import type { Item, RunItem } from "#quiz/item.ts";
import { sideOf } from "./side-of.ts";

interface LessonSource extends Pick<BankLesson, "slug" | "title" | "objectives"> {
  items: readonly Item[];
}

/** Whether the run that an item is about was recorded. */
type IsRecorded = (item: RunItem) => boolean;

const bankItem = (lesson: string, item: Item, isRecorded: IsRecorded): BankItem => {
  const { id, objective, kind } = item;
  const side = sideOf(lesson, item);
  const needsLab = "lab" in item && !isRecorded(item);
  const hash = hashOf(gradedPart(item));
  return { id, hash, objective, kind, ...(needsLab && { needsLab }), ...(side && { side }) };
};

/** A lesson's questions as the bank lists them. For the build. */
export const bankLesson = (
  { slug, title, objectives, items }: LessonSource,
  isRecorded: IsRecorded,
): BankLesson => ({
  slug,
  title,
  objectives,
  items: items.map((item) => bankItem(slug, item, isRecorded)),
});
