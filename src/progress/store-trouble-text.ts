import type { StoreTrouble } from "./stored.ts";

/** What the reader is told when answers are not kept: what happened, and what to do. */
export const storeTroubleText: Readonly<Record<StoreTrouble, string>> = {
  forbidden:
    "This browser does not let the page keep your answers; they last until you leave. Allow site data to keep them.",
  full: "The browser's storage for this site is full, so your answers last until you leave. Clear some site data to keep them.",
  newer:
    "Your earlier answers were kept by a newer version of this site. They are untouched, and new ones last until you leave. Reload the page.",
  damaged:
    "Your earlier answers could not be read. They are untouched, and new ones last until you leave. “Your progress” can mend or delete them.",
};
