/** Months in which a row is drawn, read back from its «Отметки ленты». */
import { dayParts } from "./calendar";
import { stepDays } from "./rhythm";
import type { Span } from "./timeline";

/** Days that hold for a list, ten digits. */
const DAYS = /^\d{10}\|/u;

/**
 * The same as the rules of the timeline show by months.
 *
 * @param mark - «m03d05», «d014», «y», a list of periods, or empty.
 * @param row - First and last day; both filled.
 * @param until - Last day that matters, for what comes every year.
 * @returns Months as year × 12 + month, rising.
 */
export function markedMonths(
  mark: string,
  row: Span,
  until: string,
): readonly number[] {
  const month = /^m(\d\d)d(\d\d)$/u.exec(mark);
  if (month !== null) {
    const [count, day] = [Number(month[1]), Number(month[2])];
    return distinct(stepDays({ unit: "month", count, day }, row).map(monthOf));
  }
  const step = /^d(\d{3})$/u.exec(mark);
  if (step !== null) {
    const count = Number(step[1]);
    return distinct(stepDays({ unit: "day", count }, row).map(monthOf));
  }
  if (DAYS.test(mark)) {
    const keys = mark.split("|").filter((key) => /^m\d+$/u.test(key));
    return keys.map((key) => Number(key.slice(1))).sort((a, b) => a - b);
  }
  const months = stretch(monthOf(row.start), monthOf(row.end));
  return mark === "y" ? everyYear(months, monthOf(until)) : months;
}

export function monthOf(day: string): number {
  const { year, month } = dayParts(day);
  return year * 12 + month;
}

function everyYear(months: readonly number[], last: number): number[] {
  const [first = last] = months;
  const years = Math.max(0, Math.floor((last - first) / 12));
  const all = Array.from({ length: years + 1 }, (_, later) =>
    months.map((month) => month + 12 * later),
  );
  return distinct(all.flat()).filter((month) => month <= last);
}

/** More months than any roadmap has. */
const MOST = 200;

function stretch(first: number, last: number): number[] {
  const length = Math.max(0, Math.min(MOST, last - first + 1));
  return Array.from({ length }, (_, at) => first + at);
}

function distinct(months: readonly number[]): number[] {
  return [...new Set(months)].sort((a, b) => a - b);
}
