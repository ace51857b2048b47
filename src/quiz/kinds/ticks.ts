import type { TickItem } from "../item.ts";
import type { Kind, ToHtml } from "../kind.ts";
import { markTicks } from "../mark-ticks.ts";
import { PlainOptions } from "../PlainOptions.tsx";
import { isSameSet } from "./is-same-set.ts";

const optionsOf = (item: TickItem) =>
  item.options
    .map((option) => [option.id, "correct" in option && option.correct])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));

const runOf = (item: TickItem) =>
  item.kind === "predict" ? [item.lab, item.preset, item.ask] : [];

const renderOptions = <I extends TickItem>(item: I, toHtml: ToHtml): I => ({
  ...item,
  options: item.options.map((option) => ({
    ...option,
    text: toHtml(option.text),
    feedback: toHtml(option.feedback),
  })),
});

type Same = "isSame" | "mark" | "Plain" | "graded" | "render";

/** What kinds with options to tick have in common. */
export const ticks = <I extends TickItem>(): Pick<Kind<I>, Same> => ({
  isSame: (_, one, other) => isSameSet(one, other),
  mark: (item, answer, key) => markTicks(item.options, answer, key),
  Plain: PlainOptions,
  graded: (item) => [runOf(item), optionsOf(item)],
  render: renderOptions,
});
