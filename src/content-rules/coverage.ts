import type { Content } from "./content.ts";
import { idsOf, quizOf } from "./page-elements.ts";

/** How far content covers what it promises. */
export interface Coverage {
  /** By lesson and id, as in `tcp/framing`: how many items ask for the objective. */
  itemsOfObjectives: ReadonlyMap<string, number>;
  /** Numbers of the catalogue that no file has, from M1 to `lastRef`. */
  missingRefs: string[];
  /** Of each misconception, where it is met. */
  misconceptions: readonly {
    id: string;
    isRefuted: boolean;
    isDistractor: boolean;
    shownBy: "preset" | "snippet" | "nothing" | undefined;
  }[];
}

/** Counts, without judging. `lastRef` is the last number that the catalogue shall have. */
export const coverageOf = (content: Content, lastRef: number): Coverage => {
  const revealed = new Set(
    content.quizzes.flatMap(({ items }) =>
      items.flatMap(({ reveals }) => reveals.map(({ text }) => text)),
    ),
  );
  const refuted = new Set(
    content.lessons.flatMap((lesson) => idsOf(lesson, "Refuted").map(({ text }) => text)),
  );
  const refs = new Set(content.misconceptions.map(({ ref }) => ref.text));
  return {
    itemsOfObjectives: new Map(
      content.lessons.flatMap((lesson) => {
        const items = quizOf(content, lesson)?.items ?? [];
        return lesson.objectives.map(({ text }) => [
          `${lesson.slug}/${text}`,
          items.filter(({ objective }) => objective.text === text).length,
        ]);
      }),
    ),
    missingRefs: Array.from({ length: lastRef }, (_, index) => `M${index + 1}`).filter(
      (ref) => !refs.has(ref),
    ),
    misconceptions: content.misconceptions.map(({ id, shown }) => ({
      id,
      isRefuted: refuted.has(id),
      isDistractor: revealed.has(id),
      shownBy: shown?.by,
    })),
  };
};
