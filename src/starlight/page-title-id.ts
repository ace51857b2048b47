/** Id of a page's title: Starlight's skip link leads there. */
export const PAGE_TITLE_ID = "_top";
