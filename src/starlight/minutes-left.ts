/** Where something stands on the page, in pixels from its top. */
interface Stretch {
  startPx: number;
  endPx: number;
}

/**
 * Minutes left from a place on, in proportion to the page below it: one at least.
 *
 * @param totalMinutes what the lesson takes as a whole
 */
export const minutesLeftAt = (
  placePx: number,
  { startPx, endPx }: Stretch,
  totalMinutes: number,
): number => Math.max(1, Math.round((totalMinutes * (endPx - placePx)) / (endPx - startPx)));

const topOf = (element: Element): number => element.getBoundingClientRect().top + scrollY;

/** Writes beside each section of a lesson how many minutes are left from there on. */
export const showMinutesLeft = (content: HTMLElement, totalMinutes: number): void => {
  const startPx = topOf(content);
  const stretch = { startPx, endPx: startPx + content.offsetHeight };
  for (const heading of content.querySelectorAll<HTMLElement>(".level-h2")) {
    heading.dataset.minutesLeft = String(minutesLeftAt(topOf(heading), stretch, totalMinutes));
  }
};
