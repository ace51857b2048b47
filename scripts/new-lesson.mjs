/**
 * Makes a lesson: its page, last of its part, and its quiz file, with TODO wherever there is something to say.
 *
 *   npm run new:lesson transport quic "QUIC: streams without a wait"
 */
import { createLesson } from "./new-lesson/create-lesson.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

await orExplain(async () => {
  const [part, slug, title] = process.argv.slice(2);
  for (const file of createLesson(projectRoot, { part, slug, title })) console.log(file);
  console.log(`
Look at it while you write: npm run dev, then open /lessons/${slug}/. In this order:
1. Objectives and sources in the page's front matter.
2. The opening question, the lab with its preset, what was seen. Replace every TODO.
3. More questions: npm run new:item ${slug} predict
4. npx vitest run src/content-rules   says what is still missing
CONTRIBUTING.md, "Add a lesson", says more.`);
});
