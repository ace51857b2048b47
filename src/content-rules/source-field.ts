import type { Field } from "./field.ts";

/** A source as rules look at it: its address, or the text that names it. */
export const sourceField = (source: Field): Field => {
  const url = source.at("url");
  return url.isPresent ? url : source;
};
