import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** The inner width of an element in whole CSS pixels, followed as it changes; unknown on the server. */
export const useWidth = <Target extends HTMLElement>(): [
  ref: RefObject<Target>,
  widthPx: number | undefined,
] => {
  const ref = useRef<Target>(null);
  const [widthPx, setWidthPx] = useState<number>();
  useLayoutEffect(() => {
    const target = ref.current;
    if (!target) return;
    const measure = () => setWidthPx(Math.floor(target.clientWidth) || undefined);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [ref, widthPx];
};
