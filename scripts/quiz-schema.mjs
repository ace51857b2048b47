/**
 * Writes src/quiz/quiz-file.schema.json, by which editors complete and check the files of content/quizzes.
 *
 *   npm run schema     after a change in src/quiz/schema/
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { quizFileJsonSchema } from "../src/quiz/json-schema.ts";
import { formatFiles } from "./new-lab/format-files.mjs";
import { projectRoot } from "./set-up/project-root.mjs";
import { orExplain } from "./set-up/set-up-error.mjs";

const file = "src/quiz/quiz-file.schema.json";

await orExplain(async () => {
  writeFileSync(join(projectRoot, file), JSON.stringify(quizFileJsonSchema()));
  await formatFiles(projectRoot, [file]);
  console.log(file);
});
