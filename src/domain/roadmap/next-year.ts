/** What a roadmap becomes in the year after its last one. */

import { formatInterval } from "./format-interval";
import type { DateContext, Interval } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";
import { contextOf, sectionYear } from "./read-dates";
import { otherYear, shiftYears } from "./shift";

/** A row as far as its years are concerned; days `YYYY-MM-DD` or "". */
export type YearRow = {
  readonly dateText: string;
  readonly section: string;
  readonly start: string;
  readonly end: string;
  /** Its dates were typed: the text does not decide. */
  readonly typed: boolean;
};

/** The year a plan is carried on from, and whether it covers several years. */
export type PlanYears = { readonly from: number; readonly isLong: boolean };

/**
 * A plan of one year goes on from that year, a longer one from its last.
 * A year counts from August: in it the next one is prepared.
 */
export function planYears(
  rows: readonly YearRow[],
  context: DateContext,
): PlanYears {
  const years = rows
    .map((row) => yearsOf(row, context))
    .filter((own) => own.length > 0);
  const all = years.flat();
  if (all.length === 0) {
    return { from: context.schoolYear, isLong: false };
  }
  const sections = new Set(rows.flatMap((row) => sectionYear(row) ?? []));
  const usual = mostFrequent(all);
  const far = years.filter((own) =>
    own.some((year) => Math.abs(year - usual) > 1),
  );
  return sections.size > 1 || far.length >= years.length * FAR_SHARE
    ? { from: Math.max(...all), isLong: true }
    : { from: usual, isLong: false };
}

/** A stray date makes no plan of several years; so many rows do. */
const FAR_SHARE = 0.25;

function mostFrequent(years: readonly number[]): number {
  const countOf = (year: number) =>
    years.filter((other) => other === year).length;
  return years.reduce((best, year) =>
    countOf(year) > countOf(best) ? year : best,
  );
}

/** School years that a row belongs to; none for a row without dates. */
export function yearsOf(row: YearRow, context: DateContext): readonly number[] {
  const named = sectionYear(row);
  if (named !== null) {
    return [named];
  }
  const spans =
    row.typed || row.dateText.trim() === ""
      ? [row]
      : datedIntervals(row, context);
  return [...new Set(spans.flatMap(touched))];
}

function datedIntervals(
  row: YearRow,
  context: DateContext,
): readonly Interval[] {
  const { intervals } = parseDatePhrase(row.dateText, contextOf(row, context));
  return intervals.filter(({ start, end }) => (start ?? end) !== null);
}

type Span = { readonly start: string | null; readonly end: string | null };

function touched({ start, end }: Span): readonly number[] {
  const days = [start || end, end || start].filter(
    (day): day is string => day !== null && day !== "",
  );
  const [first, last] = days.map((day, at) => {
    const isBefore = Number(day.slice(5, 7)) < (at === 0 ? 8 : 9);
    return Number(day.slice(0, 4)) - Number(isBefore);
  });
  return first === undefined || last === undefined
    ? []
    : Array.from(
        { length: Math.max(last - first, 0) + 1 },
        (_, at) => first + at,
      );
}

/**
 * The text of the row in the year after `from`. Of a phrase over several
 * years only what falls into `from` goes on.
 */
export function nextText(
  row: YearRow,
  { from, isLong }: PlanYears,
  context: DateContext,
): string {
  if (isLong && yearsOf(row, context).length > 1) {
    const own = datedIntervals(row, context)
      .filter((one) => touched(one).includes(from))
      .map((one) => clipped(one, from, context));
    return writtenNext(own);
  }
  const shifted = shiftYears(row.dateText, 1);
  return isShifted(row.dateText, shifted, context)
    ? shifted
    : writtenNext(datedIntervals(row, context));
}

function writtenNext(intervals: readonly Interval[]): string {
  return intervals.map((one) => formatInterval(moved(one))).join("; ");
}

/**
 * Whether years written in the text are those of the next year now: spellings
 * such as «20.XII.26», and 29 February, are not moved by figures alone.
 */
function isShifted(
  before: string,
  after: string,
  context: DateContext,
): boolean {
  const next = { ...context, schoolYear: context.schoolYear + 1 };
  const yearsIn = (text: string, where: DateContext) =>
    parseDatePhrase(text, where)
      .intervals.filter(({ start, end }) => (start ?? end) !== null)
      .flatMap(touched);
  const own = yearsIn(before, context);
  const isWritten =
    own.length > 0 && String(own) === String(yearsIn(before, next));
  return (
    !isWritten ||
    String(own.map((year) => year + 1)) === String(yearsIn(after, next))
  );
}

function clipped(
  interval: Interval,
  year: number,
  { yearStart, yearEnd }: DateContext,
): Interval {
  const { start, end } = interval;
  const isEarlier = start !== null && start < `${year}-08-01`;
  const isLater = end !== null && end > `${year + 1}-08-31`;
  return isEarlier || isLater
    ? {
        ...interval,
        kind: "interval",
        precision: "day",
        start: isEarlier ? `${year}-${yearStart}` : start,
        end: isLater ? `${year + 1}-${yearEnd}` : end,
      }
    : interval;
}

function moved(interval: Interval): Interval {
  const next = (day: string | null) =>
    day === null ? null : otherYear(day, 1);
  return { ...interval, start: next(interval.start), end: next(interval.end) };
}
