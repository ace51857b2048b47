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
 * The lab on this page that an item can use, best match first: the one with the preset, then any.
 */
export const findLabElement = (root: ParentNode, lab: string, preset: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-lab="${lab}"][data-preset="${preset}"]`) ??
  root.querySelector<HTMLElement>(`[data-lab="${lab}"]`);
