import type { PredictItem } from "../item.ts";
import type { Answer, Kind } from "../kind.ts";
import { Options } from "../Options.tsx";
import { ticks } from "./ticks.ts";
import { toggled } from "./toggled.ts";

/** The option that excludes all others. */
const nobody = "nobody";

const tickSome = (answer: Answer, id: string): Answer =>
  id === nobody
    ? toggled(
        answer.filter((other) => other === nobody),
        id,
      )
    : toggled(answer, id).filter((other) => other !== nobody);

const tickOne = (_: Answer, id: string): Answer => [id];

/**
 * A prediction about a run of a lab. The run is the key, and the lab shows it, so the two are held
 * side by side after one try.
 */
export const predict: Kind<PredictItem> = {
  ...ticks<PredictItem>(),
  triesUntilKey: 1,
  runComes: "after",
  button: "That is my prediction",
  words: {
    right: ["=", "As you said."],
    wrong: ["≠", "You said so; it did not happen."],
    missed: ["≠", "It happened; you did not say so."],
  },
  View: (view) =>
    view.item.pick === "one" ? (
      <Options {...view} input="radio" tick={tickOne} />
    ) : (
      <Options {...view} input="checkbox" tick={tickSome} />
    ),
  task: (item) => (item.pick === "one" ? "Predict one." : "Tick all that you expect."),
  missing: (_, answer) => (answer.length > 0 ? undefined : "tick what you expect."),
  key: () => undefined,
  verdict: (mark) => (mark.isRight ? "The run agrees with you." : "The run went another way."),
};
