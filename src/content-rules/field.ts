import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Placed } from "./content.ts";

/** A value in a YAML text, with its line. What is missing is a field too, without text or items. */
export interface Field extends Placed {
  isPresent: boolean;
  /** Entries of a list. */
  items: Field[];
  at: (key: string) => Field;
  /** All of it as JSON; undefined when it is missing. */
  json: () => unknown;
}

type Lines = (offset: number) => number;

const missing = (line: number): Field => ({
  text: "",
  line,
  isPresent: false,
  items: [],
  at: () => missing(line),
  json: () => undefined,
});

const textOf = (node: ParsedNode): string => (isScalar(node) ? String(node.value ?? "") : "");

const fieldOf = (
  node: ParsedNode | null | undefined,
  lineAt: Lines,
  toJson: (node: ParsedNode) => unknown,
  parentLine: number,
): Field => {
  if (!node) return missing(parentLine);
  const line = lineAt(node.range[0]);
  const child = (of: unknown) => fieldOf(of as ParsedNode | null | undefined, lineAt, toJson, line);
  return {
    text: textOf(node),
    line,
    isPresent: true,
    items: isSeq(node) ? node.items.map(child) : [],
    at: (key) => child(isMap(node) ? node.get(key, true) : undefined),
    json: () => toJson(node),
  };
};

/** A YAML text and the mistakes in it. */
export interface ReadFields {
  root: Field;
  mistakes: Placed[];
}

/** Reads YAML that begins on `firstLine` of its file. */
export const readFields = (yaml: string, firstLine: number): ReadFields => {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const lineAt: Lines = (offset) => firstLine - 1 + lineCounter.linePos(offset).line;
  const mistakes = document.errors.map(({ message, pos }) => ({
    text: message,
    line: lineAt(pos[0]),
  }));
  const toJson = (node: ParsedNode): unknown => node.toJS(document);
  return { root: fieldOf(document.contents, lineAt, toJson, firstLine), mistakes };
};
