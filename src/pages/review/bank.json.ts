import type { APIRoute } from "astro";
import { bankLesson } from "#review/bank-lesson.ts";
import { lessonParts } from "#starlight/lesson-parts.ts";
import { isRecorded } from "#starlight/recorded-run.ts";

/** Every question of the site without its texts: what marks, due counts and reviews go by. */
export const GET: APIRoute = async () => {
  const parts = await lessonParts();
  const lessons = parts
    .flatMap((part) => part.lessons)
    .map((lesson) => bankLesson(lesson, isRecorded));
  return new Response(JSON.stringify({ lessons }));
};
