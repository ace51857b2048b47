/**
 * Prints what is wrong with PUBLIC_ORIGIN, one sentence for each entry, and exits 1. Prints nothing
 * when it is right. Runs on the project's own Node, since the rule stands in the server's code.
 */
import { readPublicOrigins } from "../../server/public-origins.ts";

const read = readPublicOrigins(process.env);
if (!read.ok) {
  for (const sentence of read.failure) console.error(sentence);
  process.exit(1);
}
