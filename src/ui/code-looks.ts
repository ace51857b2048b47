import type { ShikiConfig } from "astro";

type ShikiTransformer = NonNullable<ShikiConfig["transformers"]>[number];
type Line = Parameters<NonNullable<ShikiTransformer["line"]>>[0];
type Node = Line["children"][number];

/** How the kinds of tokens look; every other is plain text. Three looks tell enough apart. */
const looks: Readonly<Record<string, string>> = {
  keyword: "code-quiet",
  punctuation: "code-quiet",
  comment: "code-faint",
  string: "code-tint",
  "string-expression": "code-tint",
  constant: "code-tint",
};

const kindIn = (style: unknown): string =>
  /--astro-code-token-([a-z-]+)/.exec(String(style))?.[1] ?? "";

/** A token with its look as a class, and plain text without an element. */
function light(node: Node): Node[] {
  if (node.type !== "element") return [node];
  const look = looks[kindIn(node.properties.style)];
  return look ? [{ ...node, properties: { class: look } }] : node.children.flatMap(light);
}

/** Marks the tokens of code by class: a style on each of a thousand tokens weighs kilobytes. */
export const codeLooks = {
  name: "wirebook:code-looks",
  line(line: Line) {
    line.children = line.children.flatMap(light);
  },
} satisfies ShikiTransformer;
