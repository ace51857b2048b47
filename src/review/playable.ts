import type { Item } from "#quiz/item.ts";
import type { RunKey } from "#quiz/lab-run.ts";

/** A question that can be played outside of its lesson. Its texts are HTML. */
export interface Playable {
  item: Item;
  hash: string;
  /** The run that it is held against or shows: a recorded one, since no lab runs beside it. */
  recorded?: RunKey;
  /** Its block of code, highlighted. */
  codeHtml?: string;
  /** Where a mistake in it can be reported. */
  reportHref?: string;
}

/** Where the questions of a lesson are, ready to be played. */
export const playablesAddress = (lesson: string): string => `/review/items/${lesson}.json`;

const loading = new Map<string, Promise<Playable[]>>();

const fetchPlayables = async (lesson: string): Promise<Playable[]> => {
  const address = playablesAddress(lesson);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} = ${answer.status}, the build makes it`);
  return (await answer.json()) as Playable[];
};

/** One question; its lesson's are fetched once. Rejects while they cannot be had. */
export const loadPlayable = async (lesson: string, itemId: string): Promise<Playable> => {
  const known = loading.get(lesson) ?? fetchPlayables(lesson);
  loading.set(lesson, known);
  known.catch(() => loading.delete(lesson));
  const found = (await known).find(({ item }) => item.id === itemId);
  if (found) return found;
  throw new Error(`${playablesAddress(lesson)} = no ${itemId}, the bank lists it`);
};
