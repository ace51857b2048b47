import { hashOf } from "#progress/hash.ts";
import { gradedPart } from "#quiz/graded-part.ts";
import type { Item } from "#quiz/item.ts";
import type { RunKey } from "#quiz/lab-run.ts";
import { renderItem } from "#quiz/render-item.ts";
import { recordedRun } from "./recorded-run.ts";

/** An item ready for the player, and the recorded run of its lab, if it is about one. For the build. */
export interface PlayableItem {
  item: Item;
  hash: string;
  recorded: RunKey | undefined;
}

/** Makes an item of a quiz file ready for the player. */
export const playableItem = async (source: Item): Promise<PlayableItem> => ({
  item: renderItem(source),
  hash: hashOf(gradedPart(source)),
  recorded: "lab" in source ? await recordedRun(source) : undefined,
});
