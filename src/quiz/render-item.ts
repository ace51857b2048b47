import type { Item } from "./item.ts";
import { renderInline } from "./render-inline.ts";

const renderOption = <Option extends { text: string; feedback: string }>(option: Option) => ({
  ...option,
  text: renderInline(option.text),
  feedback: renderInline(option.feedback),
});

const renderTexts = (item: Item) => ({
  prompt: renderInline(item.prompt),
  hints: item.hints.map(renderInline),
  explain: renderInline(item.explain),
});

/** The item with each of its texts as HTML, ready for the player. For the build only. */
export const renderItem = (item: Item): Item =>
  item.kind === "predict"
    ? { ...item, ...renderTexts(item), options: item.options.map(renderOption) }
    : { ...item, ...renderTexts(item), options: item.options.map(renderOption) };
