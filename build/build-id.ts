import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { AstroIntegration } from "astro";

/**
 * Names each build of the site. Pages carry the name in `<meta name="wirebook-build">`, the server
 * reads it from `build.json`, and a page that is older than the server is told so. In dev the name
 * is `dev`, which is never stale.
 */
export const buildId = (): AstroIntegration => {
  const id = randomBytes(8).toString("hex");
  return {
    name: "wirebook:build-id",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        const shown = JSON.stringify(command === "build" ? id : "dev");
        updateConfig({ vite: { define: { "import.meta.env.WIREBOOK_BUILD": shown } } });
      },
      "astro:build:done": ({ dir }) => {
        writeFileSync(new URL("../build.json", dir), JSON.stringify({ id }));
      },
    },
  };
};
