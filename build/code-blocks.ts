import type { ShikiConfig } from "astro";
import { codeLooks } from "../src/ui/code-looks.ts";

type ShikiTransformer = NonNullable<ShikiConfig["transformers"]>[number];
const titleIn = (meta: string): string | undefined => meta.match(/\btitle="([^"]*)"/)?.[1];

/**
 * Draws fenced code: `title="server.mjs"` stands above it, and a block marked `hidden` (the check of a
 * runnable group) is not drawn. Lines wrap, so that no block needs a tab stop for scrolling.
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
    else node.properties["data-title"] = titleIn(meta);
  },
};
