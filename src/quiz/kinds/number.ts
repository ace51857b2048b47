import type { NumberItem } from "../item.ts";
import type { Answer, Kind, ToHtml } from "../kind.ts";
import { amountText, oneText } from "../number/amount-text.ts";
import { markNumber } from "../number/mark-number.ts";
import { NumberView } from "../number/NumberView.tsx";
import { PlainNumber } from "../number/PlainNumber.tsx";
import { type NumberTrouble, parseNumber } from "../number/parse-number.ts";

const troubles: Record<NumberTrouble, (typed: string) => string> = {
  empty: () => "type a number.",
  "not-a-number": (typed) => `“${typed}” is not read as a number. Type digits, as in 1500.`,
  "two-ways": (typed) =>
    `“${typed}” can be read in two ways. Write ${typed.replace(".", "")} or ${Number(typed)}.`,
};

const missing = ({ unit }: NumberItem, [typed = ""]: Answer): string | undefined => {
  const read = parseNumber(typed, unit);
  return read.ok ? undefined : troubles[read.failure](typed.trim());
};

const isSame = ({ unit }: NumberItem, [one = ""]: Answer, [other = ""]: Answer): boolean => {
  const [first, second] = [parseNumber(one, unit), parseNumber(other, unit)];
  return first.ok && second.ok && first.value === second.value;
};

const render = (item: NumberItem, toHtml: ToHtml): NumberItem => ({
  ...item,
  likely: item.likely.map((each) => ({ ...each, feedback: toHtml(each.feedback) })),
  otherwise: toHtml(item.otherwise),
});

/** A number to type. */
export const number: Kind<NumberItem> = {
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "Right."],
    wrong: ["≠", "Not this."],
    missed: ["→", "It is"],
  },
  View: NumberView,
  Plain: PlainNumber,
  task: () => "Type a number.",
  missing,
  isSame,
  key: (item) => [amountText(item)],
  mark: markNumber,
  verdict: (mark) => (mark.isRight ? "Right." : "Not right."),
  graded: (item) => [item.unit, item.accept.map(oneText).toSorted()],
  render,
};
