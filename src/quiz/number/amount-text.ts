import type { NumberItem } from "../item.ts";
import type { Amount } from "./mark-number.ts";

/** A number, or the two ends of a range. */
export const oneText = (amount: Amount): string =>
  typeof amount === "number" ? `${amount}` : `${amount.from} to ${amount.to}`;

/** The right numbers with their unit: `15 bytes`, `44 to 46 seconds`. */
export const amountText = ({ accept, unit }: NumberItem): string =>
  `${accept.map(oneText).join(" or ")} ${unit}`.trimEnd();
