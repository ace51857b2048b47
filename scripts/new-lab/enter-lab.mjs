import { formsOf } from "./renamed.mjs";

const IMPORT = /^import \{ \w+Server \} from "#labs\/[^"]+";\n/gm;
const LIST = /(labServers: readonly LabServer\[\] = )\[([^\]]*)\]/;

/** The text of server/labs.ts with one more lab, in alphabetical order. Throws when it is not as known. */
export function enterLab(source, id) {
  const imports = source.match(IMPORT);
  const list = LIST.exec(source);
  if (!imports || !list) throw new Error("server/labs.ts = not the known form, must have its list");
  const name = `${formsOf(id).camel}Server`;
  const line = `import { ${name} } from "#labs/${id}/server.ts";\n`;
  const names = [...list[2].split(",").map((part) => part.trim()), name].filter(Boolean).sort();
  return source
    .replace(imports.join(""), inOrder([...imports, line]).join(""))
    .replace(LIST, `$1[${names.join(", ")}]`);
}

const moduleOf = (line) => line.slice(line.indexOf("#labs/"), line.lastIndexOf("/"));

const inOrder = (lines) => lines.toSorted((a, b) => (moduleOf(a) < moduleOf(b) ? -1 : 1));
