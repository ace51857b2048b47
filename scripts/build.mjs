/** Builds the site into dist/, also when nothing has changed, and records what it was built from. */
import { buildSite } from "./set-up/build-site.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

await orExplain(() => buildSite(projectRoot, { force: true }));
