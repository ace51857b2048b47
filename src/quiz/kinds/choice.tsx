import type { ChoiceItem } from "../item.ts";
import type { Kind } from "../kind.ts";
import { Options } from "../Options.tsx";
import { ticks } from "./ticks.ts";

/** One of three or four options. */
export const choice: Kind<ChoiceItem> = {
  ...ticks<ChoiceItem>(),
  triesUntilKey: 2,
  button: "Check",
  words: {
    right: ["=", "Right."],
    wrong: ["≠", "Not this."],
    missed: ["→", "This is the answer."],
  },
  View: (view) => <Options {...view} input="radio" tick={(_, id) => [id]} />,
  task: () => "Choose one.",
  missing: (_, answer) => (answer.length === 1 ? undefined : "choose one option."),
  key: (item) => item.options.filter((option) => option.correct).map((option) => option.id),
  verdict: (mark) => (mark.isRight ? "Right." : "Not right."),
};
