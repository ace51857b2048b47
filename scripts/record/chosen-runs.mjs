import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetUpError } from "../set-up/set-up-error.mjs";

/**
 * The runs to record, each `{ lab, preset, path, file }`: all of the labs that have a recordings/ folder,
 * or those of the named lab, or the named one. Throws a `SetUpError` on a name that is not there.
 */
export async function chosenRuns(root, [lab, preset]) {
  const labsDir = join(root, "src", "labs");
  const known = readdirSync(labsDir).sort();
  const ids = lab === undefined ? known.filter((id) => isRecorded(labsDir, id)) : [lab];
  const all = await Promise.all(ids.map((id) => runsOf(labsDir, known, id)));
  const runs = all.flat().filter((run) => preset === undefined || run.preset === preset);
  if (runs.length > 0) return runs;
  throw new SetUpError(`preset = ${preset}, the lab ${lab} has: ${names(all.flat())}.`);
}

const isRecorded = (labsDir, id) => existsSync(join(labsDir, id, "recordings"));
const names = (runs) => runs.map(({ preset }) => preset).join(", ");

async function runsOf(labsDir, known, lab) {
  if (!known.includes(lab)) {
    throw new SetUpError(`lab = ${lab}, must be one of ${known.join(", ")}.`);
  }
  const folder = join(labsDir, lab);
  const file = (preset) => join(folder, "recordings", `${preset}.json`);
  const source = join(folder, "presets.ts");
  if (!existsSync(source)) {
    return [{ lab, preset: "default", path: `/labs/${lab}/`, file: file("default") }];
  }
  const { presets } = await import(pathToFileURL(source).href);
  return Object.keys(presets).map((preset) => {
    return { lab, preset, path: `/labs/${lab}/?preset=${preset}`, file: file(preset) };
  });
}
