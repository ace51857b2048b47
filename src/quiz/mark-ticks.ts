import type { Answer, Mark, Part } from "./kind.ts";

const partOf = (isTicked: boolean, isKey: boolean): Part | undefined => {
  if (isTicked) return isKey ? "right" : "wrong";
  return isKey ? "missed" : undefined;
};

/** Marks ticked options against the key: right only when both are the same set. */
export const markTicks = (
  options: readonly { id: string }[],
  answer: Answer,
  key: Answer,
): Mark => {
  const parts: Record<string, Part> = {};
  for (const { id } of options) {
    const part = partOf(answer.includes(id), key.includes(id));
    if (part) parts[id] = part;
  }
  return { isRight: Object.values(parts).every((part) => part === "right"), parts };
};
