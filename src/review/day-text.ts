import { noonOf } from "#progress/days.ts";

const dates = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/** A day by its date: “Friday 27 November”. */
export const dateText = (day: number): string => dates.format(noonOf(day)).replace(",", "");

/** A day as seen from today: “tomorrow”, or “in 8 days, on Friday 4 December”. */
export const dayText = (day: number, today: number): string => {
  const days = day - today;
  if (days <= 0) return "today";
  if (days === 1) return "tomorrow";
  return `in ${days} days, on ${dateText(day)}`;
};
