import type { FailureText } from "./failures.ts";
import type { Recording } from "./recording.ts";
import { saveFile } from "./save-file.ts";

/** What saving and opening runs needs of a lab. */
export interface LabOfFiles {
  recording(): Recording | undefined;
  show(recording: Recording): void;
  problem: { value: FailureText | undefined };
}

/** Hands the run that is shown to the reader as a file. */
export function saveRun(lab: LabOfFiles): void {
  const recording = lab.recording();
  if (recording) saveFile(`wirebook-${recording.lab}-${recording.preset ?? "run"}.json`, recording);
}

/**
 * Shows the run in a file that the reader chose. What checks it is loaded only now.
 *
 * @param isSettings whether the settings in it are this lab's
 */
export async function openRun(
  lab: LabOfFiles,
  file: File,
  { id, isSettings }: { id: string; isSettings: (value: unknown) => boolean },
): Promise<void> {
  const { readRecording } = await import("./recording-file.ts");
  const read = readRecording(await file.text(), id, isSettings);
  if (read.ok) lab.show(read.value);
  else lab.problem.value = { says: read.failure, next: "Choose a file that Save run made." };
}
