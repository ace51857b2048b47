/** A page that matches. `excerptHtml` is escaped by Pagefind, save for its `<mark>`. */
export interface SearchHit {
  url: string;
  title: string;
  excerptHtml: string;
  /** The sections of the page that match best. */
  sections: { url: string; title: string }[];
}

/** Finds at most `limit` pages, best first. */
export type SearchIndex = (words: string, limit: number) => Promise<SearchHit[]>;

interface PagefindPage {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: { url: string; title: string }[];
}

interface Pagefind {
  init: () => Promise<void>;
  search: (words: string) => Promise<{ results: { data: () => Promise<PagefindPage> }[] }>;
}

const MAX_SECTIONS = 3;

const hitOf = ({ url, excerpt, meta, sub_results }: PagefindPage): SearchHit => {
  const { title = url } = meta;
  // The page itself is among its sections, by its title.
  const sections = sub_results.filter((section) => section.title !== title);
  return { url, title, excerptHtml: excerpt, sections: sections.slice(0, MAX_SECTIONS) };
};

/** Loads Pagefind, which the build puts beside the pages. Rejects where there is none, as in dev. */
export const loadSearchIndex = async (): Promise<SearchIndex> => {
  // A variable keeps the bundler from looking for a file that only exists after the build.
  const address = "/pagefind/pagefind.js";
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.init();
  return async (words, limit) => {
    const { results } = await pagefind.search(words);
    const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
    return pages.map(hitOf);
  };
};
