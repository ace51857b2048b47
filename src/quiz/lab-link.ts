import type { Item } from "./item.ts";

/** A place that shows the answer. */
export interface Place {
  href: string;
  text: string;
}

/** The page of a lab, opened with one of its presets. */
export const labHref = (lab: string, preset: string): string =>
  `/labs/${lab}/?preset=${encodeURIComponent(preset)}`;

/** Where an item sends the reader who wants to see the answer. */
export const placeOf = ({ see }: Item): Place =>
  "lab" in see
    ? { href: labHref(see.lab, see.preset), text: `the lab ${see.lab}, preset ${see.preset}` }
    : { href: see.anchor, text: "the part of the lesson about it" };

const isBefore = (element: Node, other: Node): boolean =>
  (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * The lab on this page that an item can use, best match first: one that shows the preset, by
 * `data-preset` on its frame or around it, then the last one before `item`, then any.
 */
export const findLabElement = (
  root: ParentNode,
  lab: string,
  preset: string,
  item?: Node | null,
): HTMLElement | null => {
  const frame = `[data-lab="${lab}"]`;
  const shown = `[data-preset="${preset}"]`;
  const showing = root.querySelector<HTMLElement>(`${shown} ${frame}, ${frame}${shown}`);
  if (showing) return showing;
  const labs = [...root.querySelectorAll<HTMLElement>(frame)];
  return labs.findLast((each) => item && isBefore(each, item)) ?? labs[0] ?? null;
};

const askEveryMs = 200;
const askTimes = 25;

/**
 * Asks a lab of this page to open a preset. The lab may still be asleep, so it is asked until it
 * says, by cancelling the event, that it did; five seconds at most.
 */
export const openPreset = (element: HTMLElement, preset: string, times = askTimes): void => {
  if (element.closest<HTMLElement>("[data-preset]")?.dataset.preset === preset) return;
  const asked = new CustomEvent("lab:preset", { bubbles: true, cancelable: true, detail: preset });
  const isTaken = !element.dispatchEvent(asked);
  if (!isTaken && times > 1) setTimeout(() => openPreset(element, preset, times - 1), askEveryMs);
};
