/**
 * Makes the project ready for the npm script that follows, on any Node from 20 on and without packages.
 *
 *   node scripts/set-up.mjs                 packages and the project's own Node
 *   node scripts/set-up.mjs site            … and the built site
 *   node scripts/set-up.mjs site browser    … and a browser for the tests
 *
 * Prints nothing when nothing is to be done.
 */
import { buildSite } from "./set-up/build-site.mjs";
import { findBrowser } from "./set-up/find-browser.mjs";
import { installPackages } from "./set-up/install-packages.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

const needs = process.argv.slice(2);

await orExplain(async () => {
  await installPackages(projectRoot);
  if (needs.includes("site")) await buildSite(projectRoot);
  if (needs.includes("browser")) await findBrowser(projectRoot);
});
