import type { SearchHit } from "./search-index.ts";

const linkTo = (url: string, text: string): HTMLAnchorElement => {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = text;
  return link;
};

const sectionList = (sections: SearchHit["sections"]): HTMLUListElement => {
  const list = document.createElement("ul");
  for (const { url, title } of sections) {
    const item = document.createElement("li");
    item.append(linkTo(url, title));
    list.append(item);
  }
  return list;
};

const itemOf = ({ url, title, excerptHtml, sections }: SearchHit): HTMLLIElement => {
  const item = document.createElement("li");
  const excerpt = document.createElement("p");
  excerpt.innerHTML = excerptHtml;
  item.append(linkTo(url, title), excerpt);
  if (sections.length > 0) item.append(sectionList(sections));
  return item;
};

/** Replaces what a list shows by these hits. */
export const drawResults = (list: HTMLElement, hits: readonly SearchHit[]): void => {
  list.replaceChildren(...hits.map(itemOf));
};
