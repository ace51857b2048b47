/**
 * What the reader has answered, kept in `localStorage` under `wirebook:progress` and nowhere else.
 *
 * ```json
 * {
 *   "format": 1,
 *   "items": {
 *     "emitting-client-emit": {
 *       "hash": "1f3k9x0qz2a",
 *       "tries": [
 *         { "atIso": "2026-11-23T09:12:44.120Z", "right": false, "confidence": "sure", "chosen": ["everybody"] },
 *         { "atIso": "2026-11-23T09:13:20.871Z", "right": true, "confidence": "fairly", "chosen": ["server-only"] }
 *       ]
 *     }
 *   }
 * }
 * ```
 *
 * Life cycle: an entry is born with the first marked try of an item, grows by one try at a time
 * (at most `maxTries` are kept, see `thinned`), and starts anew when the item's hash changes, since
 * its key has changed then. An item that was removed from its lesson keeps its entry. It ends when
 * the reader deletes it on `/progress/` or clears the browser's storage. An older format is migrated
 * when read (`migrations.ts`); a newer one, left by a newer page, is neither read nor overwritten.
 *
 * When an item comes back is not in it: that follows from the tries (`schedule.ts`).
 */
export interface Progress {
  format: 1;
  items: Readonly<Record<string, ItemProgress>>;
}

/** What happened with one item. */
export interface ItemProgress {
  /** Hash of the item's graded part when it was answered. */
  hash: string;
  /** Oldest first. */
  tries: readonly Try[];
}

/** One marked answer. */
export interface Try {
  /** When it was marked, ISO 8601 in UTC. */
  atIso: string;
  right: boolean;
  confidence: Confidence;
  /** The answer in the terms of its kind: option ids, steps in order, pairs, what was typed. */
  chosen: readonly string[];
}

/** How sure the reader was, weakest first. */
export const confidences = ["guess", "fairly", "sure"] as const;
export type Confidence = (typeof confidences)[number];

/** The format that this code writes. */
export const currentFormat = 1;

/** Tries kept per item. */
export const maxTries = 20;

/** Progress of a reader who has answered nothing. */
export const noProgress: Progress = { format: currentFormat, items: {} };
