import type { Numbered } from "#lab-kit/observation.ts";
import { numberRanges } from "#lib/number-ranges.ts";

/** Which messages, how large, and what came of it. */
export function numberedWords(passed: Numbered & { what: string; error?: string }): string {
  const { what, over, numbers, sizeBytes, text, error } = passed;
  const isTcpRead = over === "tcp" && what === "numbered-in";
  const which = `number${numbers.length === 1 ? "" : "s"} ${numberRanges(numbers)}`;
  const each = numbers.length > 1 ? " each" : "";
  const size = isTcpRead ? `${sizeBytes} bytes in one go` : `${sizeBytes} bytes${each}`;
  const parts = [numbers.length > 0 && which, size, text !== undefined && `“${text}”`];
  return `${parts.filter(Boolean).join(", ")}${error ? `; error ${error}` : ""}`;
}
