import type { APIRoute, GetStaticPaths } from "astro";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import type { Item } from "#quiz/item.ts";
import { awayFromLesson } from "#review/away-from-lesson.ts";
import type { Playable } from "#review/playable.ts";
import { lessonParts } from "#starlight/lesson-parts.ts";
import { playableItem } from "#starlight/playable-item.ts";
import { reportHref } from "#starlight/report-href.ts";
import CodeBlock from "#ui/CodeBlock.astro";

interface Props {
  slug: string;
  items: Item[];
}

export const getStaticPaths = (async () => {
  const parts = await lessonParts();
  return parts.flatMap(({ lessons }) =>
    lessons.map(({ slug, items }) => ({ params: { lesson: slug }, props: { slug, items } })),
  );
}) satisfies GetStaticPaths;

const playable = async (
  slug: string,
  source: Item,
  container: AstroContainer,
): Promise<Playable> => {
  const { item, hash, recorded } = await playableItem(source);
  const { code, codeLang } = source;
  const codeHtml =
    code && (await container.renderToString(CodeBlock, { props: { code, lang: codeLang } }));
  const report = reportHref({ page: `/lessons/${slug}/`, item: item.id });
  return {
    item: awayFromLesson(item, slug),
    hash,
    ...(recorded && { recorded }),
    ...(codeHtml && { codeHtml }),
    ...(report && { reportHref: report }),
  };
};

/** The questions of one lesson, ready to be played on `/review/`. */
export const GET: APIRoute<Props> = async ({ props: { slug, items } }) => {
  const container = await AstroContainer.create();
  const playables = await Promise.all(items.map((item) => playable(slug, item, container)));
  return new Response(JSON.stringify(playables));
};
