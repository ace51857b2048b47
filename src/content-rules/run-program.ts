import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryOf, type Program } from "./runnable.ts";

/** How a program ended. `code` is undefined when it was stopped at the limit. */
export interface ProgramEnd {
  code: number | undefined;
  /** What it wrote to both streams. */
  output: string;
}

const write = (folder: string, { files }: Program): void => {
  for (const { name, source } of files) writeFileSync(join(folder, name), source);
};

const run = (folder: string, entry: string, limitMs: number): Promise<ProgramEnd> =>
  new Promise((resolve) => {
    const options = { cwd: folder, timeout: limitMs, killSignal: "SIGKILL" } as const;
    const child = execFile(process.execPath, [entry], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? undefined, output: stdout + stderr }),
    );
  });

/**
 * Writes a program into a folder of its own inside the project, so that it finds its packages, runs
 * it and takes the folder away again. Rejects when the program has no file to run.
 */
export const runProgram = async (
  program: Program,
  root: string,
  limitMs: number,
): Promise<ProgramEnd> => {
  const entry = entryOf(program);
  if (entry === undefined) throw new Error(`program ${program.group} = no file to run`);
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, `${program.group}-`));
  try {
    write(folder, program);
    return await run(folder, entry, limitMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
