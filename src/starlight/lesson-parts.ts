import { getCollection } from "astro:content";
import type { Item } from "#quiz/item.ts";
import { slugOf } from "./lesson-id.ts";

/** One lesson as lists show it, with the ids of its objectives and its quiz items. */
export interface LessonLink {
  slug: string;
  href: string;
  title: string;
  description: string;
  minutes: number;
  objectives: string[];
  items: Item[];
}

export interface LessonPart {
  title: string;
  lessons: LessonLink[];
}

const PART_TITLES: Record<string, string> = {
  "the-shape": "The shape of a network",
  transport: "Transport",
  "real-time": "Real time on the web",
};

const titleOfPart = (folder: string): string => {
  const word = folder.replace(/^\d+-/, "");
  return PART_TITLES[word] ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll("-", " ");
};

const folderOf = (filePath: string | undefined): string => filePath?.split("/").at(-2) ?? "";

/** Every lesson in reading order, which is the order of the files, by part. */
export const lessonParts = async (): Promise<LessonPart[]> => {
  const [lessons, quizzes] = await Promise.all([getCollection("docs"), getCollection("quizzes")]);
  const items = new Map(quizzes.map(({ data }) => [data.lesson, data.items as Item[]]));
  const inOrder = lessons.toSorted((a, b) => ((a.filePath ?? "") < (b.filePath ?? "") ? -1 : 1));
  const parts = Map.groupBy(inOrder, ({ filePath }) => titleOfPart(folderOf(filePath)));
  return [...parts].map(([title, entries]) => ({
    title,
    lessons: entries.map(({ id, data }) => {
      const slug = slugOf(id) ?? id;
      const { title, description, minutes } = data;
      return {
        slug,
        href: `/${id}/`,
        title,
        description,
        minutes,
        objectives: data.objectives.map((objective) => objective.id),
        items: items.get(slug) ?? [],
      };
    }),
  }));
};
