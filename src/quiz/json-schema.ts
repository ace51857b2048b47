import { z } from "zod";
import { id } from "./schema/common.ts";
import { item } from "./schema.ts";

/**
 * The JSON Schema of a file of content/quizzes, for editors that complete YAML. It says less than the
 * schema it is made of: rules between two fields, such as one right option, are told by the build.
 */
export const quizFileJsonSchema = (): object => ({
  title: "Questions of one lesson",
  ...z.toJSONSchema(z.strictObject({ lesson: id, items: z.array(item).min(1) }), {
    io: "input",
    target: "draft-7",
  }),
});
