import type { Rule } from "../content.ts";

/** Every content file is valid YAML, Markdown or MDX. */
export const filesAreReadable: Rule = ({ unreadable }) => unreadable;
