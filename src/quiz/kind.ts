import type { JSX } from "preact";
import type { Item } from "./item.ts";
import type { RunKey } from "./lab-run.ts";

/** What the reader has put in, in the kind's own terms. This is what progress keeps. */
export type Answer = readonly string[];

/** What became of one part of an answer: right, wrong, or left out and right. */
export type Part = "right" | "wrong" | "missed";

/** An answer held against the key. */
export interface Mark {
  isRight: boolean;
  /** By the id of an option, a step or a left side. One that is not here was rightly left alone. */
  parts: Readonly<Record<string, Part>>;
  /** What is said of a part, as HTML. Options have their notes in the item. */
  notes?: Readonly<Record<string, string>>;
}

/** What a kind's view gets. */
export interface ViewProps<I extends Item> {
  item: I;
  answer: Answer;
  /** The parts that may be seen now. */
  parts: Mark["parts"];
  notes: NonNullable<Mark["notes"]>;
  /** The answer that the parts and notes are about. */
  marked: Answer;
  /** The key, once it may be seen. */
  shownKey: Answer | undefined;
  /** The run that the answer is about or is held against. */
  run: RunKey | undefined;
  words: Kind<I>["words"];
  isLocked: boolean;
  /** Unique in the page, for ids and the names of inputs. */
  name: string;
  onAnswer: (answer: Answer) => void;
  /** As if the button had been pressed. */
  onCheck: () => void;
}

/** What the answer for readers without JavaScript is drawn from. */
export interface PlainProps<I extends Item> {
  item: I;
  /** Undefined when only a run can tell and none is recorded. */
  answerKey: Answer | undefined;
  /** A recorded run, for items whose key is one. */
  run?: RunKey | undefined;
}

/** Turns inline Markdown into HTML. */
export type ToHtml = (markdown: string) => string;

/** All that the quiz knows about one kind of question. Methods, so that the map can hold any. */
export interface Kind<I extends Item> {
  /** After this many wrong tries the key is shown. */
  triesUntilKey: 1 | 2;
  /** For items about a run: whether the run follows the answer, or comes first and is shown. */
  runComes?: "after" | "first";
  /** The label of the button while an answer is being made. */
  button: string;
  /** What a marked part says of itself: a sign and a sentence. */
  words: Readonly<Record<Part, readonly [sign: string, text: string]>>;
  /** What to do, and with how many. */
  task(item: I): string;
  /** What the answer still lacks, or undefined when it can be marked. */
  missing(item: I, answer: Answer): string | undefined;
  /** Whether two answers mean the same. */
  isSame(item: I, one: Answer, other: Answer): boolean;
  /** The stored key; undefined when only a run can tell. */
  key(item: I): Answer | undefined;
  mark(item: I, answer: Answer, key: Answer, run?: RunKey): Mark;
  /** A component: draws the answer being made, and the marks. */
  View(view: ViewProps<I>): JSX.Element;
  /** A component: the answer as text, for readers without JavaScript. Drawn by the build. */
  Plain(plain: PlainProps<I>): JSX.Element;
  /** One sentence on a mark. */
  verdict(mark: Mark): string;
  /** What decides whether an answer is right, without its texts, in a fixed order. */
  graded(item: I): readonly unknown[];
  /** The item with the texts of its own as HTML. For the build. */
  render(item: I, toHtml: ToHtml): I;
}
