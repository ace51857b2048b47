/**
 * Adds a question to a lesson's quiz file, with TODO wherever there is something to say.
 *
 *   npm run new:item emitting choice
 */
import { appendItem } from "./new-item/append-item.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

await orExplain(async () => {
  const [lesson, kind] = process.argv.slice(2);
  const { id, file } = appendItem(projectRoot, lesson, kind);
  console.log(`${file}: ${id}

1. Give it an id that says what it asks, and the objective that it tests.
2. Replace every TODO. The checks refuse the file until none is left: npx vitest run src/content-rules
3. Place it in the lesson, by <Item id="…" /> or in <ClosingQuiz ids={[…]} />.
CONTRIBUTING.md, "Add a question", says what each field is for.`);
});
