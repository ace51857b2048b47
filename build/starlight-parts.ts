import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NOTHING = "\0wirebook:nothing";

const printStyles = fileURLToPath(new URL("../src/styles/print.css", import.meta.url));

/**
 * What Starlight's page imports and every page would load, and what stands for it here. Its
 * variables and utilities are those of `src/styles/starlight.css` and `frame.css`; the script would
 * keep the state of groups that open, which our sidebar has not.
 */
export const REPLACED: Readonly<Record<string, string>> = {
  "../style/props.css": NOTHING,
  "../style/util.css": NOTHING,
  "../style/print.css?url&no-inline": `${printStyles}?url&no-inline`,
  "../components-internals/SidebarPersistState": NOTHING,
};

/** Puts other files in the place of some of Starlight's. */
export const starlightParts = (): Plugin => ({
  name: "wirebook:starlight-parts",
  enforce: "pre",
  resolveId: (source, importer) =>
    importer?.includes("@astrojs/starlight") ? REPLACED[source] : undefined,
  load: (id) => (id === NOTHING ? "" : undefined),
});
