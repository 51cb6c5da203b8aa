/** Moves days and years of a roadmap. */

import { addDays } from "../consents/age";
import { dayAfter, dayBefore, dayParts, daysInMonth, isoDay } from "./calendar";
import { type DaysOff, isDayOff, workingDay } from "./days-off";

/** How far; negative is earlier. */
export type Shift = {
  readonly count: number;
  readonly unit: "days" | "workdays" | "weeks";
};

type Dates = { readonly start: string | null; readonly end: string | null };

/**
 * The dates so much later or earlier, on working days. Counted in calendar
 * days or weeks a day that nobody works moves on in the same direction.
 */
export function shiftDates(
  { start, end }: Dates,
  shift: Shift,
  rules: DaysOff,
): Dates {
  const moved = (day: string | null) =>
    day === null ? null : shiftDay(day, shift, rules);
  const [first, last] = [moved(start), moved(end)];
  return {
    start: first !== null && last !== null && first > last ? last : first,
    end: last,
  };
}

function shiftDay(day: string, shift: Shift, rules: DaysOff): string {
  const { count, unit } = shift;
  if (unit === "workdays") {
    return workdaysOn(day, count, rules);
  }
  const there = addDays(day, unit === "weeks" ? count * 7 : count);
  return workingDay(there, rules, count < 0 ? "earlier" : "later");
}

/** Longest stretch of days looked through for one working day. */
const MAX_GAP = 120;

function workdaysOn(day: string, count: number, rules: DaysOff): string {
  const step = count < 0 ? dayBefore : dayAfter;
  let found = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    found = step(found);
    for (let gap = 0; gap < MAX_GAP && isDayOff(found, rules); gap += 1) {
      found = step(found);
    }
  }
  return found;
}

/** The same day of another year; 29 February becomes the 28th. */
export function otherYear(day: string, years: number): string {
  const { year, month, day: number } = dayParts(day);
  const there = year + years;
  return (
    isoDay(there, month, Math.min(number, daysInMonth(there, month))) ?? day
  );
}

const FULL_YEAR = /(?<!№ ?)(?<!\d)(?:19|20)\d\d(?!\d)/gu;
/** «31.05.27», «2026/27», «2026-27»: a year of two digits. */
const SHORT_YEAR =
  /(?<=\d{1,2}\.\s?\d{1,2}\.\s?)\d{2}(?![\d.])|(?<=20\d\d ?[/–—-] ?)\d{2}(?!\d|\s?\.\s?\d)/gu;

/** The phrase with every year in it so much later. */
export function shiftYears(text: string, years: number): string {
  const two = (digits: string) =>
    String((Number(digits) + years + 100) % 100).padStart(2, "0");
  return text
    .replace(SHORT_YEAR, two)
    .replace(FULL_YEAR, (year) => String(Number(year) + years));
}
