/**
 * The id of a lesson's entry, which is its path on the site: `03-real-time/06-emitting.mdx` →
 * `lessons/emitting`. The part and the numbers order files and are no part of its name.
 */
export const lessonIdOf = (file: string): string => {
  const name = file.split("/").at(-1) ?? file;
  return `lessons/${name.replace(/^\d+-/, "").replace(/\.\w+$/, "")}`;
};
