const RESTS_AFTER_MS = 80;

interface Network {
  saveData?: boolean;
  effectiveType?: string;
}

/** Readers who save data, or have little, get a page ahead only when they press its link. */
const isScarce = (): boolean => {
  const { connection } = navigator as Navigator & { connection?: Network };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? "");
};

const pageOf = ({ target }: Event): string | undefined => {
  const href = target instanceof Element ? target.closest("a")?.href : undefined;
  const url = href ? new URL(href) : undefined;
  const isHere = url?.pathname === location.pathname && url.search === location.search;
  return url?.origin === location.origin && !isHere ? url.pathname + url.search : undefined;
};

/** Fetches a page of this site ahead, when the pointer or the focus rests on a link to it. */
export const prefetchLinks = (): void => {
  const fetched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fetchAhead = (page: string) => {
    if (fetched.has(page)) return;
    fetched.add(page);
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "prefetch", href: page }),
    );
  };
  const rest = (event: Event) => {
    clearTimeout(timer);
    const page = pageOf(event);
    if (page && !isScarce()) timer = setTimeout(fetchAhead, RESTS_AFTER_MS, page);
  };
  const press = (event: Event) => {
    const page = pageOf(event);
    if (page && isScarce()) fetchAhead(page);
  };
  for (const type of ["mouseover", "focusin"]) document.addEventListener(type, rest);
  for (const type of ["touchstart", "mousedown"]) {
    document.addEventListener(type, press, { passive: true });
  }
};
