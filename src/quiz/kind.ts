import type { JSX } from "preact";
import type { Item } from "./item.ts";

/** What the reader has put in, as ids in the kind's own terms. This is what progress keeps. */
export type Answer = readonly string[];

/** What became of one option: ticked rightly, ticked wrongly, or not ticked and right. */
export type Part = "right" | "wrong" | "missed";

/** An answer held against the key. */
export interface Mark {
  isRight: boolean;
  /** By option id. An option that is not here was rightly left alone. */
  parts: Readonly<Record<string, Part>>;
}

/** What a kind's view gets. */
export interface ViewProps<I extends Item> {
  item: I;
  answer: Answer;
  /** The parts that may be seen now. */
  parts: Mark["parts"];
  words: Kind<I>["words"];
  isLocked: boolean;
  /** Unique in the page, for ids and the names of inputs. */
  name: string;
  onAnswer: (answer: Answer) => void;
}

/** All that the quiz knows about one kind of question. Methods, so that the map can hold any. */
export interface Kind<I extends Item> {
  /** After this many wrong tries the key is shown. */
  triesUntilKey: 1 | 2;
  /** The label of the button while an answer is being made. */
  button: string;
  /** What a marked option says of itself: a sign and a sentence. */
  words: Readonly<Record<Part, readonly [sign: string, text: string]>>;
  /** What to do, and with how many. */
  task(item: I): string;
  /** What the answer still lacks, or undefined when it can be marked. */
  missing(item: I, answer: Answer): string | undefined;
  /** The stored key; undefined when only a run can tell. */
  key(item: I): Answer | undefined;
  mark(item: I, answer: Answer, key: Answer): Mark;
  /** A component: draws the answer being made, and the marks. */
  View(view: ViewProps<I>): JSX.Element;
  /** One sentence on a mark. */
  verdict(mark: Mark): string;
}
