import type { TextItem } from "../item.ts";
import type { Answer, Mark } from "../kind.ts";
import { typedPart } from "../typed/typed-part.ts";
import { isSlip } from "./is-slip.ts";
import { commonText } from "./same-text.ts";
import { formsOf } from "./text-forms.ts";

type Forgiving = Pick<TextItem, "forgives">;

const textsOf = (patterns: readonly string[], { forgives }: Forgiving): string[] =>
  patterns.flatMap(formsOf).map((form) => commonText(form, forgives));

const isOneOf = (typed: string, patterns: readonly string[], item: Forgiving): boolean =>
  textsOf(patterns, item).includes(commonText(typed, item.forgives));

/** Marks a text: right when a pattern has it, else with the note on it, or on any other. */
export function markText(item: TextItem, [typed = ""]: Answer): Mark {
  if (isOneOf(typed, item.accept, item)) return { isRight: true, parts: { [typedPart]: "right" } };
  const likely = item.likely.find(({ patterns }) => isOneOf(typed, patterns, item));
  const notes = { [typedPart]: likely?.feedback ?? item.otherwise };
  return { isRight: false, parts: { [typedPart]: "wrong" }, notes };
}

/** What a text still lacks to be an answer: it is empty, nearly right, or has a slip in it. */
export function missingInText(item: TextItem, [typed = ""]: Answer): string | undefined {
  const text = commonText(typed, item.forgives);
  if (text === "") return "type a word or two.";
  const near = item.near.find(({ patterns }) => isOneOf(typed, patterns, item));
  if (near) return near.nudge;
  const isKnown = [item.accept, ...item.likely.map(({ patterns }) => patterns)].some((patterns) =>
    isOneOf(typed, patterns, item),
  );
  const isNear = textsOf(item.accept, item).some((right) => isSlip(text, right));
  return !isKnown && isNear ? "that is one letter off. Look at its spelling." : undefined;
}

/** Whether two texts are the same to this item: also two forms of one likely wrong answer. */
export const isSameText = (item: TextItem, one: Answer, other: Answer): boolean =>
  meaningOf(item, one) === meaningOf(item, other);

const meaningOf = (item: TextItem, [typed = ""]: Answer): string | number => {
  const likely = item.likely.findIndex(({ patterns }) => isOneOf(typed, patterns, item));
  return likely < 0 ? commonText(typed, item.forgives) : likely;
};
