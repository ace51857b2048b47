import type { Item } from "./item.ts";
import { kindOf } from "./kinds.ts";
import { renderInline } from "./render-inline.ts";

/** The item with each of its texts as HTML, ready for the player. For the build only. */
export const renderItem = (item: Item): Item => ({
  ...kindOf(item).render(item, renderInline),
  prompt: renderInline(item.prompt),
  hints: item.hints.map(renderInline),
  explain: renderInline(item.explain),
});
