import type { BankItem, BankLesson } from "#progress/bank.ts";
import { hashOf } from "#progress/hash.ts";
import { gradedPart } from "#quiz/graded-part.ts";
import type { Item } from "#quiz/item.ts";
import { sideOf } from "./side-of.ts";

interface LessonSource extends Pick<BankLesson, "slug" | "title" | "objectives"> {
  items: readonly Item[];
}

const bankItem = (lesson: string, item: Item): BankItem => {
  const { id, objective, kind } = item;
  const side = sideOf(lesson, item);
  return { id, hash: hashOf(gradedPart(item)), objective, kind, ...(side && { side }) };
};

/** A lesson's questions as the bank lists them. For the build. */
export const bankLesson = ({ slug, title, objectives, items }: LessonSource): BankLesson => ({
  slug,
  title,
  objectives,
  items: items.map((item) => bankItem(slug, item)),
});
