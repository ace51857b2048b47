/** What to do when a lab comes into use, and when it was left. */
export interface UseHooks {
  open(): void;
  close(): void;
}

const outOfViewMs = 60_000;
const hiddenMs = 5 * 60_000;

/**
 * Opens a lab when it comes into view, and closes it when it has been out of view for a minute or
 * its tab hidden for five.
 *
 * @returns a function that stops watching, and closes the lab
 */
export function whileInUse(element: Element, { open, close }: UseHooks): () => void {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let isInView = false;
  const update = () => {
    clearTimeout(leaving);
    if (isInView && document.visibilityState === "visible") open();
    else leaving = setTimeout(close, isInView ? hiddenMs : outOfViewMs);
  };
  const observer = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? false;
    update();
  });
  observer.observe(element);
  document.addEventListener("visibilitychange", update);
  return () => {
    clearTimeout(leaving);
    observer.disconnect();
    document.removeEventListener("visibilitychange", update);
    close();
  };
}
