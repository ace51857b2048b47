/** The one part of an answer that is typed. */
export const typedPart = "typed";
