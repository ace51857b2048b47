import type { Item } from "#quiz/item.ts";

/** The item as it is shown outside of its lesson: an anchor of the lesson becomes an address. */
export const awayFromLesson = (item: Item, lesson: string): Item =>
  "anchor" in item.see
    ? { ...item, see: { anchor: `/lessons/${lesson}/${item.see.anchor}` } }
    : item;
