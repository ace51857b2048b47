const FOLDER = "lessons/";

/**
 * The id of a lesson's entry, which is its path on the site: `03-real-time/06-emitting.mdx` →
 * `lessons/emitting`. The part and the numbers order files and are no part of its name.
 */
export const lessonIdOf = (file: string): string => {
  const name = file.split("/").at(-1) ?? file;
  return FOLDER + name.replace(/^\d+-/, "").replace(/\.\w+$/, "");
};

/** The slug of a lesson's entry, or undefined when the id belongs to another page of the site. */
export const slugOf = (entryId: string): string | undefined =>
  entryId.startsWith(FOLDER) ? entryId.slice(FOLDER.length) : undefined;
