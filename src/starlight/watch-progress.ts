import { itemsOf } from "#progress/bank.ts";
import { localDayOf } from "#progress/days.ts";
import { notedDueDay, readDueNotes } from "#progress/due-notes.ts";
import { loadBank } from "#progress/load-bank.ts";
import { dueToday, standingsOf } from "#progress/standing.ts";
import { openProgress, progressEventName } from "#progress/store.ts";
import { drawDue, drawMarks } from "./draw-marks.ts";

const store = openProgress(globalThis);
let hasDrawn = false;

/** A reader who has answered nothing fetches nothing. */
const draw = async (): Promise<void> => {
  const progress = store.read();
  if (Object.keys(progress.items).length === 0 && !hasDrawn) return;
  const bank = await loadBank();
  const calendar = { dayOf: localDayOf, today: localDayOf(Date.now()) };
  const notes = readDueNotes(window);
  const standings = standingsOf(itemsOf(bank), progress, calendar, (id, results) =>
    notedDueDay(notes, id, results),
  );
  hasDrawn = true;
  drawMarks(document, bank, progress);
  drawDue(document, dueToday(standings, calendar).length);
};

/** Without the bank the marks stay as they are; the next occasion tries again. */
const tryDraw = (): void => void draw().catch(() => undefined);

/** Fills in marks and due counts, now and whenever they may have changed. */
export const watchProgress = (): void => {
  tryDraw();
  store.onOtherTab(tryDraw);
  for (const occasion of [progressEventName, "pageshow"]) {
    window.addEventListener(occasion, tryDraw);
  }
  document.addEventListener("visibilitychange", tryDraw);
};
