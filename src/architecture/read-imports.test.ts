import { expect, test } from "vitest";
import { readImports } from "./read-imports.ts";

const specifiers = (file: string, source: string): string[] =>
  readImports(file, source).map(({ specifier }) => specifier);

const one = (source: string) => readImports("a.ts", source)[0];

test.each([
  ['import { a } from "./a.ts";'],
  ['import "./a.ts";'],
  ['export { a } from "./a.ts";'],
  ['export * from "./a.ts";'],
  ['const a = await import("./a.ts");'],
  ['const a = import.meta.glob("./a.ts");'],
  ['const a = import.meta.glob<number>(["./a.ts"], { eager: true });'],
])("finds code in %s", (source) => {
  expect(one(source)).toMatchObject({ specifier: "./a.ts", isType: false });
});

test.each([
  ['import type { A } from "./a.ts";'],
  ['import { type A, type B } from "./a.ts";'],
  ['export type { A } from "./a.ts";'],
  ['let a: import("./a.ts").A;'],
])("finds types in %s", (source) => {
  expect(one(source)).toMatchObject({ specifier: "./a.ts", isType: true });
});

test("one value among types makes it an import of code", () => {
  expect(one('import { type A, b } from "./a.ts";')?.isType).toBe(false);
  expect(one('import a, { type B } from "./a.ts";')?.isType).toBe(false);
});

test("a file that is taken as text is not imported", () => {
  const glob = 'import.meta.glob("./a.ts", { query: "?raw", import: "default" });';
  expect(specifiers("a.ts", `${glob} import a from "./a.ts?raw";`)).toEqual([]);
});

test("text that looks like an import is none", () => {
  expect(specifiers("a.ts", '// import "a";\nconst text = `import "b"`;')).toEqual([]);
});

test("an Astro file imports in its front matter and in its scripts", () => {
  const source =
    '---\nimport A from "./A.astro";\n---\n\n<A />\n<script>\n  import { b } from "#ui/b.ts";\n</script>\n';
  expect(readImports("a.astro", source)).toMatchObject([
    { specifier: "./A.astro", line: 2 },
    { specifier: "#ui/b.ts", line: 7 },
  ]);
});

test("a lesson imports in its statements, not in its code blocks", () => {
  const source =
    '---\ntitle: A\n---\n\nimport A from "#ui/A.astro";\n\n```js\nimport "shown";\n```\n';
  expect(readImports("a.mdx", source)).toMatchObject([{ specifier: "#ui/A.astro", line: 5 }]);
});
