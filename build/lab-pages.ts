import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** The pages that each lab has: the start of their address, and what draws them. */
const FRAMES = [
  { folder: "labs", frame: "labs/_LabPage.astro" },
  { folder: "embed", frame: "embed/_LabAlone.astro" },
] as const;

/** Source of one page: a frame with one lab in it. The lab's styles come after the page's. */
export const pageSource = (id: string, frame: string): string => `---
import Frame from ${JSON.stringify(frame)};
import Lab from "#labs/${id}/index.astro";
---

<Frame id="${id}"><Lab /></Frame>
`;

/** The ids of the labs that have a figure. */
export const labIds = (labsFolder: string): string[] =>
  readdirSync(labsFolder)
    .filter((id) => existsSync(join(labsFolder, id, "index.astro")))
    .sort();

/**
 * Gives each lab a page of its own and one to be framed. One page for all labs (`[id].astro`) would
 * carry the styles of all: Astro cannot know which lab an import by name will take.
 */
export const labPages = (): AstroIntegration => ({
  name: "wirebook:lab-pages",
  hooks: {
    "astro:config:setup": ({ config, createCodegenDir, injectRoute }) => {
      const generated = createCodegenDir();
      for (const id of labIds(fileURLToPath(new URL("labs/", config.srcDir)))) {
        for (const { folder, frame } of FRAMES) {
          const entrypoint = new URL(`${folder}-${id}.astro`, generated);
          const framePath = fileURLToPath(new URL(`pages/${frame}`, config.srcDir));
          writeFileSync(entrypoint, pageSource(id, framePath));
          injectRoute({ pattern: `/${folder}/${id}`, entrypoint, prerender: true });
        }
      }
    },
  },
});
