/**
 * Makes a lab from the smallest one, src/labs/echo.
 *
 *   npm run new:lab packet-loss
 *
 * Writes src/labs/<id>/ and e2e/labs/<id>.spec.ts and enters the lab in server/labs.ts; nothing else.
 */
import { createLab } from "./new-lab/create-lab.mjs";
import { formatFiles } from "./new-lab/format-files.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

await orExplain(async () => {
  const id = process.argv[2];
  const files = createLab(projectRoot, id);
  await formatFiles(projectRoot, files);
  for (const file of files) console.log(file);
  console.log(`
The lab works now: npm run dev, then open /labs/${id}/. To make it yours:
1. src/labs/${id}/contract.ts   its title, summary, sources, what it leaves out, and its commands
2. src/labs/${id}/server.ts     what happens on the bench
3. src/labs/${id}/${id}-lab.ts and Widget.tsx   what the reader sets, and sees
4. e2e/labs/${id}.spec.ts       the same, in a real browser
5. npm test
A lesson shows it with: import Lab from "#labs/${id}/index.astro". CONTRIBUTING.md says more.`);
});
