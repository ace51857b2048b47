import ts from "typescript";
import { parseScripts, walk } from "./read-imports.ts";

const WORDS = "[a-z0-9]+(-[a-z0-9]+)*";
const MODULE = new RegExp(`^${WORDS}(\\.[a-z]+)*\\.(ts|tsx)$`);
const COMPONENT = /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*\.(astro|tsx)$/;

/** Whether a file's name is that of a kebab-case module, a PascalCase component or a lab's figure. */
export const isNamedWell = (path: string): boolean => {
  const name = path.split("/").at(-1) ?? path;
  return MODULE.test(name) || COMPONENT.test(name) || /^src\/labs\/[^/]+\/index\.astro$/.test(path);
};

const reexports = (node: ts.Statement): boolean =>
  ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;

const FORBIDDEN: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.AnyKeyword]: "any",
  [ts.SyntaxKind.EnumDeclaration]: "an enum",
};

/** Forbidden forms in a file, each with its line: `any`, an enum, nothing but re-exports. */
export const formsIn = (file: string, source: string): string[] =>
  parseScripts(file, source).flatMap(({ tree, firstLine }) => {
    const found: string[] = [];
    const { statements } = tree;
    if (statements.length > 0 && statements.every(reexports))
      found.push(`${file}:${firstLine} only passes on what others export`);
    walk(tree, (node) => {
      const form = FORBIDDEN[node.kind];
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      if (form) found.push(`${file}:${firstLine + line} holds ${form}`);
    });
    return found;
  });
