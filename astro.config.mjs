import preact from "@astrojs/preact";
import sitemap from "@astrojs/sitemap";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { publicOrigin } from "./build/public-origin.ts";

export default defineConfig({
  site: publicOrigin(process.env),
  outDir: "./dist/site",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  integrations: [
    preact(),
    starlight({
      title: "Wirebook",
      description: "A networking tutorial that runs: its labs emit through real sockets.",
      disable404Route: true,
      credits: false,
      tableOfContents: false,
      markdown: { processedDirs: ["./content/lessons/"] },
      customCss: ["./src/styles/tokens.css"],
    }),
    sitemap({ filter: (page) => !new URL(page).pathname.startsWith("/embed/") }),
  ],
  vite: {
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
