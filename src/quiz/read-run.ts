import { provenanceOf } from "#lab-kit/observation.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { BytesItem, PredictItem, RunItem } from "./item.ts";
import type { LabAnswers, LabRun, RunKey } from "./lab-run.ts";

type Read = Omit<RunKey, "provenance"> | undefined;

const readOptions = (item: PredictItem, { answers }: LabAnswers, run: LabRun): Read => {
  const happened = answers[item.ask]?.(run) ?? [];
  const key = item.options.map((option) => option.id).filter((id) => happened.includes(id));
  return key.length > 0 ? { key } : undefined;
};

const readBytes = (item: BytesItem, { byteAnswers }: LabAnswers, run: LabRun): Read => {
  const found = byteAnswers[item.ask]?.(run);
  if (!found || found.key.length === 0) return undefined;
  const others = item.likely.map(({ ask }) => [ask, byteAnswers[ask]?.(run)?.key ?? []] as const);
  return {
    key: found.key.map(String),
    bytes: { hex: found.hex, others: Object.fromEntries(others) },
  };
};

/**
 * The key that a run gives to an item about runs: those of its options that came true, or the
 * offsets of bytes, with the bytes.
 *
 * Fails with `no-answer` when the lab does not know the question or the run answers it with
 * nothing that the item could take.
 */
export const readRun = (
  item: RunItem,
  lab: LabAnswers,
  run: LabRun,
): Result<RunKey, "no-answer"> => {
  const read = item.kind === "bytes" ? readBytes(item, lab, run) : readOptions(item, lab, run);
  return read ? ok({ ...read, provenance: provenanceOf(run.observations) }) : fail("no-answer");
};
