import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Try } from "#progress/format.ts";
import type { ProgressStore } from "#progress/store.ts";
import type { StoreTrouble } from "#progress/stored.ts";
import { triesOf } from "#progress/tries.ts";

/** What the store knows about an item, and what it could not keep. */
export interface KnownProgress {
  /** The last try before this visit, or one made in another tab. */
  earlier: Try | undefined;
  trouble: StoreTrouble | undefined;
}

/** Keeps each new try, and follows what earlier visits and other tabs know about the item. */
export const useProgress = (
  store: ProgressStore,
  itemId: string,
  hash: string,
  tries: readonly Try[],
): KnownProgress => {
  const [earlier, setEarlier] = useState<Try>();
  const [trouble, setTrouble] = useState<StoreTrouble>();

  useEffect(() => {
    const look = () => setEarlier(triesOf(store.read(), itemId, hash).at(-1));
    look();
    return store.onOtherTab(look);
  }, [store, itemId, hash]);

  // At once, not after the next paint: a reader who leads on by key may be gone by then.
  useLayoutEffect(() => {
    const newest = tries.at(-1);
    if (!newest) return;
    const met = store.addTry(itemId, hash, newest);
    if (met) setTrouble(met);
  }, [store, itemId, hash, tries]);

  return { earlier, trouble };
};
