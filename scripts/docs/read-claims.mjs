/** What a text of the project claims to be there; each a list of names as they stand in it. */
export function readClaims(text) {
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)];
  const codes = spans.map(([, code]) => code);
  const commands = [...codes, ...shellBlocks(text)].join("\n");
  return {
    paths: unique(codes.filter(isPath)),
    files: unique(codes.filter(isFileName)),
    scripts: unique([...commands.matchAll(SCRIPT)].map(([, name]) => name)),
    variables: unique(commands.split("\n").flatMap(variablesIn)),
    links: unique([...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link)),
  };
}

const ROOTS = "(?:content|src|server|build|e2e|bench|scripts|public|docs|\\.ci|#[a-z-]+)/";
const isPath = (code) => new RegExp(`^${ROOTS}[^\\s…]*$`).test(code);

/** A file that is named without its folder; with `<…>` it is a name in the making. */
const isFileName = (code) =>
  /^[\w.-]+\.(?:astro|css|json|md|mdx|mjs|ts|tsx|yaml)$/.test(code) || code === "LICENSE";

const unique = (names) => [...new Set(names)];

const SCRIPT = /\bnpm (?:run )?([a-z][a-z0-9:]*)/g;

const shellBlocks = (text) =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block);

/** `NAME` alone, or each `NAME=value` before a command. */
const variablesIn = (code) =>
  code.split(" ").flatMap((word) => {
    const [, name, value] = /^([A-Z][A-Z0-9_]+)(=\S*)?$/.exec(word) ?? [];
    return name && (value !== undefined || code === name) ? [name] : [];
  });
