/** Columns of the timeline: months or weeks, and which of them are mostly holidays. */
import { addDays } from "../consents/age";
import { dayAfter, dayParts, isoDay, weekdayOf } from "./calendar";
import type { TermDates } from "./interval";

export type TimelineScale = "month" | "week";

/** Days `YYYY-MM-DD`, both included. */
export type Span = { readonly start: string; readonly end: string };

/** First day of the month or week (Monday) of a day. */
export function periodStart(scale: TimelineScale, day: string): string {
  if (scale === "month") {
    return `${day.slice(0, 8)}01`;
  }
  return addDays(day, 1 - weekdayOf(day));
}

/** First day of the period after this one. */
export function nextPeriod(scale: TimelineScale, start: string): string {
  if (scale === "week") {
    return addDays(start, 7);
  }
  const { year, month } = dayParts(start);
  return isoDay(year, month + 1, 1) ?? isoDay(year + 1, 1, 1) ?? start;
}

/** Last day of the period that begins so. */
export function periodEnd(scale: TimelineScale, start: string): string {
  return addDays(nextPeriod(scale, start), -1);
}

/** First days of `count` periods, the first of them given. */
export function periodStarts(
  scale: TimelineScale,
  from: string,
  count: number,
): readonly string[] {
  const starts: string[] = [];
  let start = from;
  while (starts.length < count) {
    starts.push(start);
    start = nextPeriod(scale, start);
  }
  return starts;
}

/** How many periods cover the span; counting stops above `limit`. */
export function periodsIn(
  scale: TimelineScale,
  { start, end }: Span,
  limit: number,
): number {
  let at = periodStart(scale, start);
  let count = 0;
  while (at <= end && count <= limit) {
    count += 1;
    at = nextPeriod(scale, at);
  }
  return count;
}

/**
 * Indexes of the periods of which at least half is holidays.
 *
 * @param holidaysIn - Holidays of the school year that begins in a year,
 *   `MM-DD`; those over New Year's Eve end in the next year.
 */
export function holidayPeriods(
  scale: TimelineScale,
  starts: readonly string[],
  holidaysIn: (schoolYear: number) => readonly TermDates[],
): readonly number[] {
  const known = new Map<number, readonly TermDates[]>();
  const isFree = (day: string) => {
    const { year, month } = dayParts(day);
    const schoolYear = month < FIRST_MONTH ? year - 1 : year;
    const holidays = known.get(schoolYear) ?? holidaysIn(schoolYear);
    known.set(schoolYear, holidays);
    return holidays.some((holiday) => isWithin(day.slice(5), holiday));
  };
  return starts.flatMap((start, index) => {
    const days = daysOf(start, periodEnd(scale, start));
    const free = days.filter(isFree);
    return 2 * free.length >= days.length ? [index] : [];
  });
}

/** A school year begins in September; the summer before belongs to the last one. */
const FIRST_MONTH = 9;

function isWithin(day: string, { start, end }: TermDates): boolean {
  return start <= end ? start <= day && day <= end : day >= start || day <= end;
}

function daysOf(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) {
    days.push(day);
  }
  return days;
}
