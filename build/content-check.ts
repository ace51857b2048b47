import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import type { ViteDevServer } from "vite";
import { checkContent } from "#content-rules/check-content.ts";
import { readContent } from "#content-rules/read-content.ts";
import { listViolations } from "#content-rules/violation.ts";
import { importFresh, labFacts } from "./lab-facts.ts";

/** An editor may write a file in several steps. */
const SETTLED_MS = 100;

/** All violations in one message, or nothing. */
const messageFor = async (root: string): Promise<string | undefined> => {
  const violations = checkContent(readContent(root, await labFacts(root, importFresh)));
  return violations.length > 0 ? listViolations(violations) : undefined;
};

const isWatched = (root: string, path: string): boolean =>
  path.startsWith(join(root, "content") + sep) ||
  /[\\/]src[\\/]labs[\\/][^\\/]+[\\/](presets|answers)\.ts$/.test(path);

const sayResult = async (root: string, logger: AstroIntegrationLogger): Promise<void> => {
  const message = await messageFor(root);
  if (message) logger.error(message);
  else logger.info("content follows its rules");
};

const watch = (server: ViteDevServer, root: string, logger: AstroIntegrationLogger): void => {
  let settling: NodeJS.Timeout | undefined;
  const check = () =>
    sayResult(root, logger).catch((thrown: unknown) => logger.error(String(thrown)));
  server.watcher.on("all", (_, path) => {
    if (!isWatched(root, path)) return;
    clearTimeout(settling);
    settling = setTimeout(check, SETTLED_MS);
  });
  server.httpServer?.once("close", () => clearTimeout(settling));
  void check();
};

/**
 * Holds content against its rules. A build stops with every violation in one message; in dev they
 * stand in the terminal, anew after each change of content, of presets or of answers.
 */
export const contentCheck = (): AstroIntegration => {
  let root = "";
  return {
    name: "wirebook:content-check",
    hooks: {
      "astro:config:done": ({ config }) => {
        root = fileURLToPath(config.root);
      },
      "astro:build:start": async () => {
        const message = await messageFor(root);
        if (message) throw new Error(message);
      },
      "astro:server:setup": ({ server, logger }) => watch(server, root, logger),
    },
  };
};
