import type { Content, LabFacts, Placed, Rule } from "../content.ts";
import { filePages, fileTexts } from "../pages.ts";
import { readMarkdown } from "../read-markdown.ts";
import type { Violation } from "../violation.ts";

/** Anchors of each address of the site; undefined where they are not known. */
type Site = ReadonlyMap<string, ReadonlySet<string> | undefined>;

interface FileLinks {
  file: string;
  /** The address of the page that the file becomes, or a part of. */
  address: string;
  links: Placed[];
}

const ids = (entries: readonly { id: string }[]): Set<string> =>
  new Set(entries.map(({ id }) => id));

const siteOf = (content: Content): Site =>
  new Map<string, ReadonlySet<string> | undefined>([
    ...content.pages.map((page) => [page, undefined] as const),
    ...content.labs.map(({ id }) => [`/labs/${id}/`, undefined] as const),
    ...content.lessons.map(
      ({ slug, page }) =>
        [`/lessons/${slug}/`, new Set(page.headings.map(({ text }) => text))] as const,
    ),
    ["/glossary/", ids(content.terms)],
    ["/misconceptions/", ids(content.misconceptions)],
    ["/questions/", ids(content.questions)],
    ["/symptoms/", ids(content.symptoms)],
  ]);

const addressOf = (file: string): string => {
  if (file.startsWith("content/glossary/")) return "/glossary/";
  if (file.startsWith("content/misconceptions/")) return "/misconceptions/";
  if (file.startsWith("content/questions/")) return "/questions/";
  if (file.startsWith("content/symptoms/")) return "/symptoms/";
  return `/lessons/${/(?:\d+-)?([^/]+)\.\w+$/.exec(file)?.[1]}/`;
};

const linksIn = (content: Content): FileLinks[] => {
  const pages = filePages(content).map(({ file, page }) => ({ file, links: page.links }));
  const texts = fileTexts(content).map(({ file, texts: all }) => ({
    file,
    links: all.flatMap(({ text, line }) =>
      readMarkdown(text, "md").links.map((link) => ({ text: link.text, line })),
    ),
  }));
  return [...pages, ...texts].map((entry) => ({ ...entry, address: addressOf(entry.file) }));
};

const presetProblem = (url: URL, labs: readonly LabFacts[]): string | undefined => {
  const preset = url.searchParams.get("preset");
  const lab = labs.find(({ id }) => url.pathname === `/labs/${id}/`);
  if (preset === null || lab?.presets.includes(preset)) return undefined;
  return `a preset of ${url.pathname}`;
};

const anchorProblem = (url: URL, site: Site): string | undefined => {
  const anchor = decodeURIComponent(url.hash.slice(1));
  const known = site.get(url.pathname);
  if (anchor === "" || !known || known.has(anchor)) return undefined;
  return `an anchor of ${url.pathname}`;
};

const ORIGIN = "https://wirebook.invalid";

const parse = (link: string, address: string): URL | undefined =>
  URL.canParse(link, ORIGIN + address) ? new URL(link, ORIGIN + address) : undefined;

/** What the link should be and is not, if anything. */
const problemOf = (link: string, address: string, content: Content, site: Site) => {
  const url = parse(link, address);
  if (!url) return "an address";
  if (url.origin !== ORIGIN) return undefined;
  if (!site.has(url.pathname)) return "a page of this site, with a slash at its end";
  return anchorProblem(url, site) ?? presetProblem(url, content.labs);
};

/** Links within the site lead to a page, a heading or an entry, and a preset that exist. */
export const linksResolve: Rule = (content): Violation[] => {
  const site = siteOf(content);
  return linksIn(content).flatMap(({ file, address, links }) =>
    links.flatMap(({ text, line }) => {
      const expected = problemOf(text, address, content, site);
      if (!expected) return [];
      return [{ file, line, expected, found: text, mend: "Correct the link." }];
    }),
  );
};
