import { getCollection } from "astro:content";
import type { Item } from "#quiz/item.ts";

/** The item with this id in any file of content/quizzes. Rejects when there is none. */
export const findItem = async (id: string): Promise<Item> => {
  const files = await getCollection("quizzes");
  const found = files.flatMap((file) => file.data.items as Item[]).find((item) => item.id === id);
  if (found) return found;
  throw new Error(`<Item id="${id}">: no file of content/quizzes has an item with this id`);
};
