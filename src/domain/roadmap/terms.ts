/** Dates of terms and holidays, for roadmaps that name only the term. */

import { dayAfter, dayBefore } from "./calendar";
import type { DateContext, TermDates } from "./interval";
import { usualHolidays, usualQuarters } from "./school-calendar";

const USUAL_TRIMESTERS: readonly TermDates[] = [
  { start: "09-01", end: "11-30" },
  { start: "12-01", end: "02-28" },
  { start: "03-01", end: "05-31" },
];

/** Not a leap year: only month and day count. */
const ANY_YEAR = 2026;

/** The four terms of the school, or null when it has not set them all. */
export function schoolTerms({
  terms,
}: DateContext): readonly TermDates[] | null {
  return terms?.length === 4 ? terms : null;
}

/** Winter, spring, summer, autumn: what lies between the terms. */
function holidaysBetween(
  [first, second, third, fourth]: readonly TermDates[],
  { yearStart }: DateContext,
): readonly TermDates[] {
  const gap = (before: string | undefined, after: string | undefined) => ({
    start: dayAfter(`${ANY_YEAR}-${before ?? "12-31"}`).slice(5),
    end: dayBefore(`${ANY_YEAR}-${after ?? "01-01"}`).slice(5),
  });
  return [
    gap(second?.end, third?.start),
    gap(third?.end, fourth?.start),
    gap(fourth?.end, yearStart),
    gap(first?.end, second?.start),
  ];
}

/** Holidays of one season, 1 winter … 4 autumn, or null when the school has not set them. */
export function schoolHoliday(
  season: number,
  context: DateContext,
): TermDates | null {
  const own = context.holidays?.[season - 1];
  const terms = schoolTerms(context);
  const between =
    terms === null ? undefined : holidaysBetween(terms, context)[season - 1];
  return own ?? between ?? null;
}

/**
 * One part of the school year as `MM-DD`, counted from 1; holidays by season.
 * What the school has set goes before what is usual in that year.
 */
export function partOfYear(
  kind: "term" | "trimester" | "holidays",
  number: number,
  year: number,
  context: DateContext,
): TermDates | undefined {
  const at = number - 1;
  switch (kind) {
    case "holidays":
      return schoolHoliday(number, context) ?? usualHolidays(year, context)[at];
    case "term":
      return (context.terms ?? usualQuarters(year, context))[at];
    default:
      return (context.trimesters ?? usualTrimesters(context))[at];
  }
}

function usualTrimesters(context: DateContext): readonly TermDates[] {
  return USUAL_TRIMESTERS.map((part, index) => ({
    start: index === 0 ? context.yearStart : part.start,
    end: index === 2 ? context.yearEnd : part.end,
  }));
}
