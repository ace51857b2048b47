import type { BytesItem } from "../item.ts";
import { LabLink } from "../LabLink.tsx";
import type { RunKey } from "../lab-run.ts";

interface BytesOriginProps {
  item: BytesItem;
  run: RunKey | undefined;
}

/** Says whose run the bytes are from, and how to get one's own. What is no recording is one's own. */
export const BytesOrigin = ({ item: { lab, preset }, run }: BytesOriginProps) => {
  if (run && run.provenance !== "recorded") {
    return <p class="quiz-origin">These bytes are from your own run ({run.provenance}).</p>;
  }
  const there = <LabLink lab={lab} preset={preset} />;
  return run ? (
    <p class="quiz-origin">
      These bytes are from an earlier run ({run.provenance}). Run {there}, and your own come here.
    </p>
  ) : (
    <p class="quiz-origin">Run {there}, and its bytes come here.</p>
  );
};
