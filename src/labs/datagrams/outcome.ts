import { answers } from "./answers.ts";
import { largestPayloadBytes, type Settings } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

/** What the reader may say of a run before it: the id of an answer, or a number as text. */
export type Ask = "arrived" | "error" | "order" | "tcpReads" | "whole";
export type Said = Record<Ask, string>;

/** One question: what was said, and what happened. */
export interface OutcomeRow {
  ask: Ask;
  /** Absent when nothing was predicted. */
  said?: string;
  /** Absent as long as it is not known. */
  happened?: string;
  /** Absent unless both are known. */
  isRight?: boolean;
}

/** What a run is asked: it depends on what it shows. */
export function asksOf({ payload, peer, sizeBytes, way, besideTcp, isConnected }: Settings): Ask[] {
  const isTroubled = peer === "closed" || isConnected || sizeBytes > largestPayloadBytes - 1000;
  if (payload === "words") return besideTcp ? ["arrived", "tcpReads"] : ["arrived"];
  return [
    "arrived",
    ...(isTroubled ? (["error"] as const) : []),
    ...(way === "relay" ? (["order"] as const) : []),
    ...(besideTcp ? (["whole"] as const) : []),
  ];
}

/** A row for each question that a run is asked. */
export function outcomeRows(
  run: SeenRun & { settings: Settings },
  said: Partial<Said>,
): OutcomeRow[] {
  return asksOf(run.settings).map((ask) => {
    const mine = said[ask];
    const ids = answers[ask](run);
    const happened = ids.length > 0 ? ids.join("+") : undefined;
    return {
      ask,
      ...(mine !== undefined && { said: mine }),
      ...(happened !== undefined && { happened }),
      ...(mine !== undefined && happened !== undefined && { isRight: mine === happened }),
    };
  });
}
