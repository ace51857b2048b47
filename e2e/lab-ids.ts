import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The ids of all labs, which are the names of their folders. */
export const labIds: readonly string[] = readdirSync(
  join(import.meta.dirname, "..", "src", "labs"),
).sort();
