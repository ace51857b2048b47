import { join } from "node:path";
import { projectNode } from "../set-up/project-node.mjs";
import { runQuietly } from "../set-up/run-quietly.mjs";
import { SetUpError } from "../set-up/set-up-error.mjs";

/** Another name makes lines longer or shorter and orders imports anew: the formatter mends both. */
export async function formatFiles(root, files) {
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "check", "--write", ...files];
  const { ok, output } = await runQuietly(projectNode(root), args, { cwd: root });
  if (!ok) throw new SetUpError(`${output}\nThe lab is written; Biome's complaints stand above.`);
}
