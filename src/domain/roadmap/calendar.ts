/** Days of the Gregorian calendar as `YYYY-MM-DD` text, without Date objects. */

/** First and last day, `YYYY-MM-DD`, both included. */
export type Bounds = { readonly start: string; readonly end: string };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days of a month; 0 if there is no such month. Months from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day as text, or null if the calendar has no such day. */
export function isoDay(
  year: number,
  month: number,
  day: number,
): string | null {
  if (day < 1 || day > daysInMonth(year, month)) {
    return null;
  }
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** Year, month from 1 and day of an ISO day. */
export function dayParts(day: string): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

/** The day before. */
export function dayBefore(isoDate: string): string {
  const { year, month, day } = dayParts(isoDate);
  if (day > 1) {
    return `${isoDate.slice(0, 8)}${String(day - 1).padStart(2, "0")}`;
  }
  const [lastYear, lastMonth] = month > 1 ? [year, month - 1] : [year - 1, 12];
  return monthBounds(lastYear, lastMonth, lastYear, lastMonth).end;
}

/** The day after. */
export function dayAfter(isoDate: string): string {
  const { year, month, day } = dayParts(isoDate);
  const next =
    isoDay(year, month, day + 1) ??
    isoDay(year, month + 1, 1) ??
    isoDay(year + 1, 1, 1);
  return next ?? isoDate;
}

/** From the first day of one month to the last day of another. */
export function monthBounds(
  firstYear: number,
  firstMonth: number,
  lastYear: number,
  lastMonth: number,
): Bounds {
  const length = daysInMonth(lastYear, lastMonth);
  const start = isoDay(firstYear, firstMonth, 1);
  const end = isoDay(lastYear, lastMonth, length);
  if (start === null || end === null) {
    throw new RangeError(`monthBounds: no month ${firstMonth} or ${lastMonth}`);
  }
  return { start, end };
}

const MONTH_SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

/** Day of the week of an ISO day, Monday 1 … Sunday 7 (Sakamoto's method). */
export function weekdayOf(isoDate: string): number {
  const { year, month, day } = dayParts(isoDate);
  const shifted = month < 3 ? year - 1 : year;
  const leaps =
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400);
  const fromSunday =
    (shifted + leaps + (MONTH_SHIFTS[month - 1] ?? 0) + day) % 7;
  return fromSunday === 0 ? 7 : fromSunday;
}
