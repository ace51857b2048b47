import { provenanceOf } from "#lab-kit/observation.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { PredictItem } from "./item.ts";
import type { Answers, LabRun, RunKey } from "./lab-run.ts";

/**
 * The key that a run gives to a predict item: those of its options that came true.
 *
 * Fails with `no-answer` when the lab does not know the question or the run answers it with
 * nothing that is among the options.
 */
export const readRun = (
  item: Pick<PredictItem, "ask" | "options">,
  answers: Answers,
  run: LabRun,
): Result<RunKey, "no-answer"> => {
  const happened = answers[item.ask]?.(run) ?? [];
  const key = item.options.map((option) => option.id).filter((id) => happened.includes(id));
  return key.length > 0
    ? ok({ key, provenance: provenanceOf(run.observations) })
    : fail("no-answer");
};
