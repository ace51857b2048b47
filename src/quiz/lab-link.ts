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

/**
 * The lab on this page that an item can use, best match first: one that shows the preset, by
 * `data-preset` on its frame or around it, then any.
 */
export const findLabElement = (
  root: ParentNode,
  lab: string,
  preset: string,
): HTMLElement | null => {
  const frame = `[data-lab="${lab}"]`;
  const shown = `[data-preset="${preset}"]`;
  return (
    root.querySelector<HTMLElement>(`${shown} ${frame}, ${frame}${shown}`) ??
    root.querySelector<HTMLElement>(frame)
  );
};
