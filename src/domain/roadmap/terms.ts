/** Usual dates of terms and holidays, for roadmaps that name only the term. */

import { dayAfter, dayBefore } from "./calendar";
import type { DateContext, TermDates } from "./interval";

/** Usual four terms; schools set their own, so a reading by them is doubtful. */
const USUAL_TERMS: readonly TermDates[] = [
  { start: "09-01", end: "10-26" },
  { start: "11-04", end: "12-30" },
  { start: "01-12", end: "03-22" },
  { start: "03-31", end: "05-31" },
];

const USUAL_TRIMESTERS: readonly TermDates[] = [
  { start: "09-01", end: "11-30" },
  { start: "12-01", end: "02-28" },
  { start: "03-01", end: "05-31" },
];

/** Not a leap year: only month and day count. */
const ANY_YEAR = 2026;

/** Winter, spring, summer, autumn. */
const USUAL_HOLIDAYS: readonly TermDates[] = [
  { start: "12-31", end: "01-11" },
  { start: "03-23", end: "03-30" },
  { start: "06-01", end: "08-31" },
  { start: "10-27", end: "11-03" },
];

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

/**
 * Parts of the school year as `MM-DD`, the first one from its first day and
 * the last term to its last day. Terms of the context go before usual ones.
 */
export function usualTerms(
  kind: "term" | "trimester" | "holidays",
  context: DateContext,
): readonly TermDates[] {
  if (kind === "holidays") {
    const own = schoolTerms(context);
    return own === null ? USUAL_HOLIDAYS : holidaysBetween(own, context);
  }
  if (kind === "term" && context.terms !== undefined) {
    return context.terms;
  }
  const parts = kind === "term" ? USUAL_TERMS : USUAL_TRIMESTERS;
  return parts.map((part, index) => ({
    start: index === 0 ? context.yearStart : part.start,
    end: index === parts.length - 1 ? context.yearEnd : part.end,
  }));
}
