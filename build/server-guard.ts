import { relative } from "node:path";
import type { Plugin } from "vite";

const SERVER_ONLY = [/^src\/labs\/[^/]+\/server\.[jt]s$/, /^src\/lab-kit\/server\//, /^server\//];

/** True when a module, by its path from the project's root, must never reach a browser. */
export const isServerOnly = (path: string): boolean =>
  SERVER_ONLY.some((pattern) => pattern.test(path));

const messageOf = (importer: string, module: string): string =>
  `${importer} imports ${module}, which runs on the server only and would reach the browser. ` +
  "Import its types with `import type`, or move what both halves need into model.ts.";

/**
 * A build error when server code is loaded for the browser. Without it the site builds, exits 0 and
 * ships Node code.
 */
export const serverGuard = (): Plugin => {
  let root = "";
  const fromRoot = (id: string): string =>
    relative(root, id.split("?")[0] ?? id).replaceAll("\\", "/");
  return {
    name: "wirebook:server-guard",
    enforce: "pre",
    configResolved: (config) => {
      root = config.root;
    },
    async resolveId(source, importer, options) {
      if (this.environment.name !== "client" || !importer) return null;
      const refuse = (module: string): never => this.error(messageOf(fromRoot(importer), module));
      if (source.startsWith("node:")) refuse(source);
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved?.id.startsWith("__vite-browser-external")) refuse(source);
      if (resolved && isServerOnly(fromRoot(resolved.id))) refuse(fromRoot(resolved.id));
      return resolved;
    },
  };
};
