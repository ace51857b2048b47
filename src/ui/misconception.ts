import { type CollectionEntry, getEntry } from "astro:content";

/** What content/misconceptions says about a wrong belief. Throws when there is no such file. */
export const misconception = async (
  id: string,
): Promise<CollectionEntry<"misconceptions">["data"]> => {
  const entry = await getEntry("misconceptions", id);
  if (!entry)
    throw new Error(`misconception ${id} = unknown, content/misconceptions holds no ${id}.md`);
  return entry.data;
};
