import type { TextItem } from "../item.ts";
import type { Kind, ToHtml } from "../kind.ts";
import { isSameText, markText, missingInText } from "../text/mark-text.ts";
import { PlainText } from "../text/PlainText.tsx";
import { TextView } from "../text/TextView.tsx";

const render = (item: TextItem, toHtml: ToHtml): TextItem => ({
  ...item,
  likely: item.likely.map((each) => ({ ...each, feedback: toHtml(each.feedback) })),
  otherwise: toHtml(item.otherwise),
});

/** A word or two to type. */
export const text: Kind<TextItem> = {
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "Right."],
    wrong: ["≠", "Not this."],
    missed: ["→", "It is"],
  },
  View: TextView,
  Plain: PlainText,
  task: () => "Type a word or two.",
  missing: missingInText,
  isSame: isSameText,
  key: (item) => [item.answer],
  mark: markText,
  verdict: (mark) => (mark.isRight ? "Right." : "Not right."),
  graded: (item) => [item.forgives.toSorted(), item.accept.toSorted()],
  render,
};
