import type { ShikiConfig } from "astro";
import { codeLooks } from "../src/ui/code-looks.ts";

type ShikiTransformer = NonNullable<ShikiConfig["transformers"]>[number];
const valueIn = (meta: string, key: string): string | undefined =>
  meta.match(new RegExp(`\\b${key}="([^"]*)"`))?.[1];

/** Where pages link to a file of a program that runs: `<program>-<file>`. */
const anchorIn = (meta: string): string | undefined => {
  const [program, file] = [valueIn(meta, "runnable"), valueIn(meta, "file")];
  return program && file ? `${program}-${file.replaceAll(".", "-")}` : undefined;
};

/**
 * Draws fenced code: `title="server.mjs"` stands above it, a file of a runnable group has an anchor,
 * and a block marked `hidden` (the check of such a group) is not drawn. Lines wrap, so that no block needs a tab stop for scrolling.
 */
export const codeBlocks: ShikiTransformer = {
  name: "wirebook:code-blocks",
  line: codeLooks.line,
  pre(node) {
    const meta = this.options.meta?.__raw ?? "";
    const isHidden = /\bhidden\b/.test(meta);
    delete node.properties.tabindex;
    delete node.properties.style;
    if (isHidden) Object.assign(node, { children: [], properties: { hidden: true } });
    else
      Object.assign(node.properties, { id: anchorIn(meta), "data-title": valueIn(meta, "title") });
  },
};
