import ts from "typescript";
import { readMarkdown } from "#content-rules/read-markdown.ts";

/** One import of a file, as written. */
export interface Import {
  /** What is imported: a path, a package, or the pattern of a glob. */
  specifier: string;
  line: number;
  /** Types only: gone when the code runs. */
  isType: boolean;
  isGlob: boolean;
}

/** A script within a file. `firstLine` is the file's line on which it begins. */
interface Script {
  code: string;
  firstLine: number;
}

const lineAt = (source: string, offset: number): number =>
  source.slice(0, offset).split("\n").length;

const partsOf = (source: string, pattern: RegExp): Script[] =>
  [...source.matchAll(pattern)].map(({ index, 0: whole, 1: code = "" }) => ({
    code,
    firstLine: lineAt(source, index + whole.indexOf(code)),
  }));

const scriptsOf = (file: string, source: string): Script[] => {
  if (file.endsWith(".mdx"))
    return readMarkdown(source, "mdx").statements.map(({ text, line }) => ({
      code: text,
      firstLine: line,
    }));
  if (file.endsWith(".astro"))
    return [
      ...partsOf(source, /^---\n(.*?)\n---/gs),
      ...partsOf(source, /<script[^>]*>(.*?)<\/script>/gs),
    ];
  return [{ code: source, firstLine: 1 }];
};

/** The syntax trees of a file's scripts, each with the line on which it begins. */
export const parseScripts = (file: string, source: string) =>
  scriptsOf(file, source).map(({ code, firstLine }) => ({
    tree: ts.createSourceFile("script.tsx", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX),
    firstLine,
  }));

const areAllTypes = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
};

type Found = Omit<Import, "line">;

const plain = (specifier: ts.Node | undefined, isType: boolean): Found[] =>
  specifier && ts.isStringLiteralLike(specifier)
    ? [{ specifier: specifier.text, isType, isGlob: false }]
    : [];

const isImportMetaGlob = (callee: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(callee) &&
  callee.name.text === "glob" &&
  ts.isMetaProperty(callee.expression);

const stringsIn = (node: ts.Node | undefined): string[] => {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(stringsIn) : [];
};

/** A file that is taken as text, as in `query: "?raw"`, is shown and never run. */
const takesText = (options: ts.Expression | undefined): boolean =>
  options !== undefined &&
  ts.isObjectLiteralExpression(options) &&
  options.properties.some(
    (option) =>
      ts.isPropertyAssignment(option) &&
      ts.isStringLiteralLike(option.initializer) &&
      option.initializer.text === "?raw",
  );

const importsOfCall = ({ expression, arguments: args }: ts.CallExpression): Found[] => {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return plain(args[0], false);
  if (!isImportMetaGlob(expression) || takesText(args[1])) return [];
  return stringsIn(args[0]).map((specifier) => ({ specifier, isType: false, isGlob: true }));
};

const importsOfNode = (node: ts.Node): Found[] => {
  if (ts.isImportDeclaration(node)) return plain(node.moduleSpecifier, areAllTypes(node));
  if (ts.isExportDeclaration(node)) return plain(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isCallExpression(node)) return importsOfCall(node);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return plain(node.argument.literal, true);
  return [];
};

/** Calls `visit` with a node and everything in it. */
export const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const isRun = ({ specifier }: Found): boolean => !specifier.endsWith("?raw");

/** Every import of a file: static, dynamic, of types, and by `import.meta.glob`. */
export const readImports = (file: string, source: string): Import[] =>
  parseScripts(file, source).flatMap(({ tree, firstLine }) => {
    const found: Import[] = [];
    const lineOf = (node: ts.Node) =>
      firstLine + tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
    walk(tree, (node) => {
      const imports = importsOfNode(node).filter(isRun);
      found.push(...imports.map((one) => ({ ...one, line: lineOf(node) })));
    });
    return found;
  });
