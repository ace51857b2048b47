/** Browsers draw nothing beyond some ten million pixels: longer lists are scrolled faster. */
const maxScrollPx = 8_000_000;

/** What of a long list is drawn. */
export interface ListWindow {
  /** Height of the whole list, as scrolled. */
  fullPx: number;
  /** First row that is drawn, and where. */
  first: number;
  topPx: number;
  /** Rows that fit, the last one perhaps in part. */
  visible: number;
}

interface ListSize {
  count: number;
  rowPx: number;
  viewPx: number;
}

const plainPx = ({ count, rowPx }: ListSize): number => count * rowPx;

/** The rows that are in sight at a scroll position. */
export function listWindow(size: ListSize, scrollPx: number): ListWindow {
  const { count, rowPx, viewPx } = size;
  const visible = Math.ceil(viewPx / rowPx) + 1;
  const fullPx = Math.min(plainPx(size), maxScrollPx);
  if (fullPx === plainPx(size)) {
    const first = Math.max(0, Math.min(Math.floor(scrollPx / rowPx), count - visible));
    return { fullPx, first, topPx: first * rowPx, visible };
  }
  const share = scrollPx / (fullPx - viewPx);
  const first = Math.round(Math.min(1, share) * (count - visible + 1));
  return { fullPx, first, topPx: scrollPx, visible };
}

/** The scroll position that has a row in sight, as near to the present one as can be. */
export function scrollTo(size: ListSize, place: number, scrollPx: number): number {
  const { count, rowPx, viewPx } = size;
  const fitting = Math.floor(viewPx / rowPx);
  const { first, visible, fullPx } = listWindow(size, scrollPx);
  if (plainPx(size) <= maxScrollPx) {
    const top = place * rowPx;
    if (top < scrollPx) return top;
    return top + rowPx > scrollPx + viewPx ? top + rowPx - viewPx : scrollPx;
  }
  if (place >= first && place < first + fitting) return scrollPx;
  const wanted = place < first ? place : place - fitting + 1;
  return Math.ceil((wanted / (count - visible + 1)) * (fullPx - viewPx));
}

/** The place that a key leads to; undefined for other keys. */
export function placeAfterKey(key: string, place: number, { count, rowPx, viewPx }: ListSize) {
  const page = Math.max(1, Math.floor(viewPx / rowPx) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + page,
    PageUp: place - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}
