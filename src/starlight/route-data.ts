import { defineRouteMiddleware, type StarlightRouteData } from "@astrojs/starlight/route-data";
import { type LessonLink, lessonParts } from "./lesson-parts.ts";

type SidebarLink = Extract<StarlightRouteData["sidebar"][number], { type: "link" }>;

const linkOf = ({ href, title }: LessonLink, pathname: string): SidebarLink => ({
  type: "link",
  label: title,
  href,
  isCurrent: href === pathname,
  badge: undefined,
  attrs: {},
});

/**
 * Puts the lessons, by part and in the order of their files, into the sidebar and behind "previous"
 * and "next". Starlight's own order goes by slug.
 */
export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
  const parts = await lessonParts();
  locals.starlightRoute.sidebar = parts.map(({ title, lessons }) => ({
    type: "group",
    label: title,
    entries: lessons.map((lesson) => linkOf(lesson, url.pathname)),
    collapsed: false,
    badge: undefined,
  }));
  const links = parts
    .flatMap(({ lessons }) => lessons)
    .map((lesson) => linkOf(lesson, url.pathname));
  const current = links.findIndex(({ isCurrent }) => isCurrent);
  locals.starlightRoute.pagination = {
    prev: links[current - 1],
    next: current < 0 ? undefined : links[current + 1],
  };
});
