import type { NumberItem } from "../item.ts";
import type { Answer, Mark } from "../kind.ts";
import { typedPart } from "../typed/typed-part.ts";
import { parseNumber } from "./parse-number.ts";

export type Amount = NumberItem["accept"][number];

const isIn = (value: number, amount: Amount): boolean =>
  typeof amount === "number" ? value === amount : value >= amount.from && value <= amount.to;

/** Marks a number: right when it is accepted, else with the note on it, or on any other. */
export const markNumber = (item: NumberItem, [typed = ""]: Answer): Mark => {
  const read = parseNumber(typed, item.unit);
  const value = read.ok ? read.value : Number.NaN;
  if (item.accept.some((amount) => isIn(value, amount))) {
    return { isRight: true, parts: { [typedPart]: "right" } };
  }
  const note = item.likely.find((likely) => isIn(value, likely.value))?.feedback ?? item.otherwise;
  return { isRight: false, parts: { [typedPart]: "wrong" }, notes: { [typedPart]: note } };
};
