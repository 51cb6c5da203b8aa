/** Working days: weekends, public holidays, school holidays and what the curator adds. */

import { dayAfter, dayBefore, isoDay, weekdayOf } from "./calendar";
import type { TermDates } from "./interval";

/** Which days nobody works. */
export type DaysOff = {
  /** Working days of a week, from Monday. */
  readonly week: 5 | 6;
  /** Days off beside the others, `YYYY-MM-DD`. */
  readonly extra: readonly string[];
  /** Working days in spite of the others, `YYYY-MM-DD`. */
  readonly working: readonly string[];
  /** School holidays to be skipped, `MM-DD`. */
  readonly vacations: readonly TermDates[];
};

/** Public holidays by article 112 of the Labour Code, `MM-DD`. */
const PUBLIC = new Set(
  "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04".split(
    " ",
  ),
);

function isWeekend(day: string, week: number): boolean {
  return weekdayOf(day) > week;
}

/**
 * Whether nobody works that day. A public holiday on a weekend moves to the
 * next working day, those of January do not: the government moves them
 * elsewhere, which the curator adds.
 */
export function isDayOff(day: string, rules: DaysOff): boolean {
  if (rules.working.includes(day)) {
    return false;
  }
  const monthDay = day.slice(5);
  return (
    isWeekend(day, rules.week) ||
    PUBLIC.has(monthDay) ||
    rules.extra.includes(day) ||
    isMovedHoliday(day) ||
    rules.vacations.some((span) => isWithin(monthDay, span))
  );
}

/** The Monday, or Tuesday, to which a holiday of the weekend before has moved. */
function isMovedHoliday(day: string): boolean {
  const before = dayBefore(day);
  const isMoved = (holiday: string) =>
    PUBLIC.has(holiday.slice(5)) &&
    !holiday.slice(5).startsWith("01") &&
    weekdayOf(holiday) > 5;
  return (
    weekdayOf(day) === 1 && (isMoved(before) || isMoved(dayBefore(before)))
  );
}

/** Spans that go over the new year too. */
function isWithin(monthDay: string, { start, end }: TermDates): boolean {
  return start <= end
    ? monthDay >= start && monthDay <= end
    : monthDay >= start || monthDay <= end;
}

/** No stretch of days off is as long as this. */
const MAX_STEPS = 400;

/** The day itself or the nearest working one, later or earlier. */
export function workingDay(
  day: string,
  rules: DaysOff,
  direction: "later" | "earlier",
): string {
  const step = direction === "later" ? dayAfter : dayBefore;
  let found = day;
  for (let count = 0; count < MAX_STEPS; count += 1) {
    if (!isDayOff(found, rules)) {
      return found;
    }
    found = step(found);
  }
  return day;
}

const WRITTEN_DAY = /(\d{1,2})\.(\d{1,2})\.(\d{4})/gu;

/**
 * Days written as «31.12.2026; 26.12.2026 рабочий; 03.05.2027–07.05.2027».
 *
 * @returns null if some piece is no day.
 */
export function readDaysOff(
  text: string,
): Pick<DaysOff, "extra" | "working"> | null {
  const extra: string[] = [];
  const working: string[] = [];
  for (const piece of text.split(/[;,\n]/)) {
    const days = Array.from(piece.matchAll(WRITTEN_DAY), (match) =>
      isoDay(Number(match[3]), Number(match[2]), Number(match[1])),
    );
    const [first, last = first] = days;
    const rest = piece.replace(WRITTEN_DAY, " ");
    if (piece.trim() === "") {
      continue;
    }
    if (first == null || last == null || days.length > 2 || /\d/.test(rest)) {
      return null;
    }
    const into = /рабоч/iu.test(rest) && !/нерабоч/iu.test(rest);
    for (
      let day = first;
      day <= last && extra.length + working.length < MAX_STEPS;
      day = dayAfter(day)
    ) {
      (into ? working : extra).push(day);
    }
  }
  return { extra, working };
}
