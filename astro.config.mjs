import preact from "@astrojs/preact";
import sitemap from "@astrojs/sitemap";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { buildId } from "./build/build-id.ts";
import { codeBlocks } from "./build/code-blocks.ts";
import { contentCheck } from "./build/content-check.ts";
import { cspHashes } from "./build/csp-hashes.ts";
import { devHost } from "./build/dev-host.ts";
import { labPages } from "./build/lab-pages.ts";
import { pageWeight } from "./build/page-weight.ts";
import { precompress } from "./build/precompress.ts";
import { publicOrigin } from "./build/public-origin.ts";
import { serverGuard } from "./build/server-guard.ts";
import { starlightParts } from "./build/starlight-parts.ts";

/** Parts of Starlight that are drawn by our own components of the same name. */
const OVERRIDES = [
  "ContentPanel",
  "Footer",
  "Head",
  "Header",
  "Hero",
  "PageFrame",
  "PageTitle",
  "Sidebar",
  "SkipLink",
  "ThemeProvider",
  "TwoColumnContent",
];

/** Parts of Starlight that no page has. Drawn by an empty component, they bring no styles. */
const UNUSED = ["Banner", "DraftContentNotice", "FallbackContentNotice", "PageSidebar"];

const drawnBy = (names, component) =>
  Object.fromEntries(names.map((name) => [name, `./src/starlight/${component(name)}.astro`]));

const STYLES = ["tokens", "starlight", "frame", "prose", "site"];

/** Pages link to their source only where it is known where that lies. */
const editLink = ({ EDIT_BASE_URL }) =>
  EDIT_BASE_URL ? { editLink: { baseUrl: EDIT_BASE_URL } } : {};

export default defineConfig({
  site: publicOrigin(process.env),
  outDir: "./dist/site",
  trailingSlash: "always",
  // The default drops the space at a line's end before a tag, which prose needs.
  compressHTML: true,
  // Starlight would turn it on; `src/starlight/prefetch-links.ts` does as much in fewer bytes.
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: {
    shikiConfig: { theme: "css-variables", wrap: true, transformers: [codeBlocks] },
  },
  integrations: [
    preact(),
    starlight({
      title: "Wirebook",
      description: "A networking tutorial that runs: its labs emit through real sockets.",
      disable404Route: true,
      credits: false,
      tableOfContents: false,
      markdown: { processedDirs: ["./content/lessons/"] },
      favicon: "/favicon.svg",
      routeMiddleware: "./src/starlight/route-data.ts",
      components: { ...drawnBy(OVERRIDES, (name) => name), ...drawnBy(UNUSED, () => "Nothing") },
      customCss: STYLES.map((name) => `./src/styles/${name}.css`),
      ...editLink(process.env),
      expressiveCode: false,
    }),
    sitemap({ filter: (page) => !new URL(page).pathname.startsWith("/embed/") }),
    contentCheck(),
    labPages(),
    buildId(),
    devHost(),
    cspHashes(),
    pageWeight(),
    precompress(),
  ],
  vite: {
    plugins: [serverGuard(), starlightParts()],
    // The scan for dependencies does not read the import source from tsconfig.json.
    optimizeDeps: { rolldownOptions: { transform: { jsx: { importSource: "preact" } } } },
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
