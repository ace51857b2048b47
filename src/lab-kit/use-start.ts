import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Where a lab starts from: the address, where the page gives it no preset; later also the preset
 * that a question on the page asks for by the event `lab:preset`.
 *
 * @param start takes the settings that a query names; false when it knows no such preset
 */
export function useStart(
  root: RefObject<Element>,
  given: string | undefined,
  start: (query: URLSearchParams) => boolean,
): void {
  useEffect(() => {
    if (given === undefined) start(new URLSearchParams(location.search));
    const { current } = root;
    const take = (asked: Event) => {
      const preset: unknown = (asked as CustomEvent).detail;
      const isTaken = typeof preset === "string" && start(new URLSearchParams({ preset }));
      // Preventing the default tells the one who asked that it is shown.
      if (isTaken) asked.preventDefault();
    };
    current?.addEventListener("lab:preset", take);
    return () => current?.removeEventListener("lab:preset", take);
  }, [given]);
}
