import type { ComponentChildren } from "preact";
import { openProgress, type ProgressStore } from "#progress/store.ts";
import type { Item } from "#quiz/item.ts";
import type { RunKey } from "#quiz/lab-run.ts";
import { Player } from "#quiz/Player.tsx";
import { answersOf } from "./answers-of.ts";

interface LessonQuizItemProps {
  /** Its texts are HTML. */
  item: Item;
  hash: string;
  recorded?: RunKey | undefined;
  reportHref?: string | undefined;
  code?: ComponentChildren;
  /** The answer for readers without JavaScript. A slot of one word: Astro would write another twice. */
  answer?: ComponentChildren;
}

/** One store for all items of a page. On the server nothing of it is ever called. */
const progress: ProgressStore = openProgress(globalThis);

/** The island: a player that knows the labs' answers and the reader's progress. */
export const LessonQuizItem = ({ answer, ...props }: LessonQuizItemProps) => (
  <Player {...props} plainAnswer={answer} progress={progress} answersOf={answersOf} />
);
