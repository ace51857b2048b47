/** What a report is about: a page by its path, and a question of it by its id. */
export interface Reported {
  page: string;
  item?: string;
}

/**
 * The address under which a mistake can be reported: `REPORT_URL` with `{page}` and `{item}` filled
 * in. Undefined where the site was built without one, and then no link is drawn. For the build only.
 */
export const reportHref = (
  { page, item = "" }: Reported,
  template: string | undefined = process.env.REPORT_URL,
): string | undefined =>
  template
    ?.replaceAll("{page}", encodeURIComponent(page))
    .replaceAll("{item}", encodeURIComponent(item)) || undefined;
