/** Which day a moment belongs to, as a number that grows by one each day. Handed in, so that
 * schedules can be replayed in any time zone. */
export type DayOf = (atMs: number) => number;

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A day begins at four in the morning: who works past midnight is still in the evening before. */
const dayStartMs = 4 * 60 * minuteMs;

/** The reader's own day, by the clock and time zone of the device. */
export const localDayOf: DayOf = (atMs) => {
  const offsetMs = new Date(atMs).getTimezoneOffset() * minuteMs;
  return Math.floor((atMs - offsetMs - dayStartMs) / dayMs);
};

/** Noon of a day, to be shown by its date. */
export const noonOf = (day: number): Date => new Date(1970, 0, 1 + day, 12);
