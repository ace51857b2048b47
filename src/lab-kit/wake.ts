/**
 * Calls back when the page may have slept through the loss of its connections: it is shown again,
 * taken out of the browser's memory, or the network is back.
 *
 * @returns a function that stops watching
 */
export function onWake(woke: () => void): () => void {
  const { document } = globalThis;
  if (!document) return () => undefined;
  const shown = () => {
    if (document.visibilityState === "visible") woke();
  };
  document.addEventListener("visibilitychange", shown);
  globalThis.addEventListener?.("online", woke);
  globalThis.addEventListener?.("pageshow", shown);
  return () => {
    document.removeEventListener("visibilitychange", shown);
    globalThis.removeEventListener?.("online", woke);
    globalThis.removeEventListener?.("pageshow", shown);
  };
}
