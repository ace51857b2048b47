import { type BankLesson, contrasts, type Side } from "#progress/bank.ts";
import type { Standing } from "#progress/standing.ts";

/** An item that is due, and the lesson it belongs to. */
export interface DueItem extends Standing {
  lesson: BankLesson;
}

/** What a session lasts, about. Nothing is timed: the kinds of its questions are added up. */
export const sessionSeconds = 300;

const secondsByKind: Readonly<Record<string, number>> = {
  choice: 30,
  text: 30,
  predict: 35,
  number: 40,
  multi: 45,
  bytes: 50,
  match: 60,
  order: 60,
};
const usualSeconds = 40;

/** About how long a question takes, with its explanation. */
export const secondsOf = ({ item }: Standing): number => secondsByKind[item.kind] ?? usualSeconds;

/** Why an item is asked, most urgent first. */
export const reasons = ["sure-and-wrong", "wrong", "guessed", "refresh"] as const;
export type Reason = (typeof reasons)[number];

/** Why an item is asked, by how it went last. */
export const reasonOf = ({ last }: Standing): Reason => {
  if (!last) return "refresh";
  if (!last.right) return last.confidence === "sure" ? "sure-and-wrong" : "wrong";
  return last.confidence === "guess" ? "guessed" : "refresh";
};

/** Whether two are the two sides of a pair that is easily confused. */
const areContrasts = (one: Side | undefined, other: Side | undefined): boolean =>
  one !== other &&
  contrasts.some((sides) => [one, other].every((side) => side && isIn(sides, side)));

const isIn = (sides: readonly Side[], side: Side): boolean => sides.includes(side);

const partnerOf = (before: DueItem | undefined, left: readonly DueItem[]): number => {
  const contrast = left.findIndex(({ item }) => areContrasts(before?.item.side, item.side));
  if (contrast >= 0) return contrast;
  return Math.max(
    0,
    left.findIndex(({ lesson }) => lesson.slug !== before?.lesson.slug),
  );
};

/** Mixes what is confused: after an item its counterpart, else one of another lesson. */
const mixed = (items: readonly DueItem[], before: DueItem | undefined): DueItem[] => {
  const left = [...items];
  const order: DueItem[] = [];
  while (left.length > 0) order.push(...left.splice(partnerOf(order.at(-1) ?? before, left), 1));
  return order;
};

const byDay = (one: DueItem, other: DueItem) =>
  one.dueDay - other.dueDay || (one.item.id < other.item.id ? -1 : 1);

/** All that is due, in the order of asking: confident errors first, and confusable pairs mixed. */
export const inOrder = (due: readonly DueItem[]): DueItem[] => {
  const sorted = due.toSorted(byDay);
  const order: DueItem[] = [];
  for (const reason of reasons) {
    const group = sorted.filter((each) => reasonOf(each) === reason);
    order.push(...mixed(group, order.at(-1)));
  }
  return order;
};

/** As many of the first as fill a session, and one at least. */
export const firstSession = (ordered: readonly DueItem[]): DueItem[] => {
  let seconds = 0;
  const tooMany = ordered.findIndex((each, index) => {
    seconds += secondsOf(each);
    return index > 0 && seconds > sessionSeconds;
  });
  return ordered.slice(0, tooMany < 0 ? ordered.length : tooMany);
};

/** About how long these take, in whole minutes. */
export const minutesOf = (items: readonly DueItem[]): number =>
  Math.max(1, Math.round(items.reduce((sum, each) => sum + secondsOf(each), 0) / 60));
