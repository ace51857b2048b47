import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const buildSchema = z.object({ id: z.string().min(1) });
const packageSchema = z.object({ version: z.string() });

/** Id of the built site, by which a page knows that it is older than the server; `dev` if unbuilt. */
export function readBuildId(distDir: string): string {
  try {
    return buildSchema.parse(JSON.parse(readFileSync(join(distDir, "build.json"), "utf8"))).id;
  } catch {
    return "dev";
  }
}

/** Version in package.json. */
export const readVersion = (rootDir: string): string =>
  packageSchema.parse(JSON.parse(readFileSync(join(rootDir, "package.json"), "utf8"))).version;
