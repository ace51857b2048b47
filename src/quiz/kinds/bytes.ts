import { BytesView } from "../bytes/BytesView.tsx";
import { markBytes } from "../bytes/mark-bytes.ts";
import { PlainBytes } from "../bytes/PlainBytes.tsx";
import type { BytesItem } from "../item.ts";
import type { Kind } from "../kind.ts";
import { isSameSet } from "./is-same-set.ts";

/** Bytes of the reader's own run, to be selected. The run comes first, and it is the key as well. */
export const bytes: Kind<BytesItem> = {
  triesUntilKey: 2,
  runComes: "first",
  button: "Check",
  words: {
    right: ["=", "right"],
    wrong: ["≠", "not this one"],
    missed: ["→", "belongs to the answer"],
  },
  View: BytesView,
  Plain: PlainBytes,
  task: () => "Select bytes; with Shift, all from the last one to this one.",
  missing: (_, answer) => (answer.length > 0 ? undefined : "select the bytes."),
  isSame: (_, one, other) => isSameSet(one, other),
  key: () => undefined,
  mark: (item, answer, key, run) => markBytes(item, answer, run ?? { key, provenance: "observed" }),
  verdict: ({ isRight, parts }) => {
    if (isRight) return "Right.";
    const marks = Object.values(parts).filter((part) => part !== "missed");
    const rightCount = marks.filter((part) => part === "right").length;
    const missing = Object.values(parts).length > marks.length ? ", and some are missing" : "";
    return `Not right: ${rightCount} of your ${marks.length} ${rightCount === 1 ? "belongs" : "belong"} to it${missing}.`;
  },
  graded: (item) => [item.lab, item.preset, item.ask],
  render: (item, toHtml) => ({
    ...item,
    likely: item.likely.map((each) => ({ ...each, feedback: toHtml(each.feedback) })),
    otherwise: toHtml(item.otherwise),
  }),
};
