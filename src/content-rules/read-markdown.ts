import GithubSlugger from "github-slugger";
import { type MdastNode, markdownToMdast, mdxToMdast } from "satteri";
import type { Placed } from "./content.ts";

/** A component or tag. The value of an attribute in braces is its source text. */
export interface Element {
  name: string;
  line: number;
  attributes: Readonly<Record<string, string>>;
}

/** A heading; `text` is its anchor, without the hash. */
export interface Heading extends Placed {
  depth: number;
}

/** An image and the text that stands for it. */
export interface Image extends Placed {
  alt: string | undefined;
}

/** A fenced block; `meta` is what follows the language. `line` is that of the fence. */
export interface CodeBlock extends Placed {
  lang: string;
  meta: string;
}

/** What the rules need to know of a text in Markdown or MDX. */
export interface MarkdownPage {
  frontMatter: string;
  /** Source text of import and export statements. */
  statements: Placed[];
  elements: Element[];
  headings: Heading[];
  /** Addresses of links. */
  links: Placed[];
  images: Image[];
  code: CodeBlock[];
  /** Running text, code and markup apart. */
  prose: Placed[];
}

const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

const childrenOf = (node: MdastNode): MdastNode[] =>
  "children" in node ? (node.children as MdastNode[]) : [];

const everyNode = (node: MdastNode): MdastNode[] => [node, ...childrenOf(node).flatMap(everyNode)];

const nodeText = (node: MdastNode): string =>
  "value" in node && typeof node.value === "string"
    ? node.value
    : childrenOf(node).map(nodeText).join("");

type JsxNode = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

const attributesOf = ({ attributes }: JsxNode): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((attribute) => {
      if (attribute.type !== "mdxJsxAttribute") return [];
      const { name, value } = attribute;
      return [[name, typeof value === "object" ? (value?.value ?? "") : (value ?? "")]];
    }),
  );

const elementOf = (node: JsxNode): Element => ({
  name: node.name ?? "",
  line: lineOf(node),
  attributes: attributesOf(node),
});

const imageTag = ({ name, line, attributes }: Element): Image[] =>
  name === "img" || name === "Image"
    ? [{ text: attributes.src ?? "", line, alt: attributes.alt }]
    : [];

const linkTag = ({ attributes: { href }, line }: Element): Placed[] =>
  href === undefined ? [] : [{ text: href, line }];

function collect(page: MarkdownPage, node: MdastNode, slug: (text: string) => string): void {
  const line = lineOf(node);
  if (node.type === "yaml") page.frontMatter = node.value;
  if (node.type === "mdxjsEsm") page.statements.push({ text: node.value, line });
  if (node.type === "text") page.prose.push({ text: node.value, line });
  if (node.type === "link" || node.type === "definition") page.links.push({ text: node.url, line });
  if (node.type === "image") page.images.push({ text: node.url, line, alt: node.alt ?? undefined });
  if (node.type === "heading")
    page.headings.push({ text: slug(nodeText(node)), line, depth: node.depth });
  if (node.type === "code")
    page.code.push({ text: node.value, line, lang: node.lang ?? "", meta: node.meta ?? "" });
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    const element = elementOf(node);
    page.elements.push(element);
    page.images.push(...imageTag(element));
    page.links.push(...linkTag(element));
  }
}

const emptyPage = (): MarkdownPage => ({
  frontMatter: "",
  statements: [],
  elements: [],
  headings: [],
  links: [],
  images: [],
  code: [],
  prose: [],
});

/** Reads Markdown or MDX with the parser that builds the site. Throws when MDX is not well formed. */
export const readMarkdown = (source: string, kind: "md" | "mdx"): MarkdownPage => {
  const page = emptyPage();
  const slugger = new GithubSlugger();
  const tree = kind === "mdx" ? mdxToMdast(source) : markdownToMdast(source);
  for (const node of everyNode(tree)) collect(page, node, (text) => slugger.slug(text));
  return page;
};
