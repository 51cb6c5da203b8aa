/** The stretch of the calendar that one expression names, before its year. */

import {
  type Bounds,
  daysInMonth,
  isoDay,
  monthBounds,
  weekdayOf,
} from "./calendar";
import type { DateContext, Precision } from "./interval";
import { partOfYear, schoolTerms } from "./terms";

/** «5 сентября», «осень», «I полугодие» and the like, without the year. */
export type Core =
  | { readonly unit: "day"; readonly month: number; readonly day: number }
  | {
      /** Part of a month; `to` 0 is its last day, a negative `from` counts back. */
      readonly unit: "days";
      readonly month: number;
      readonly from: number;
      readonly to: number;
    }
  /** «третья суббота октября»: Monday is 1, the last one is number 0. */
  | {
      readonly unit: "weekday";
      readonly month: number;
      readonly weekday: number;
      readonly number: number;
    }
  | { readonly unit: "month"; readonly month: number }
  | { readonly unit: "season"; readonly season: number }
  | { readonly unit: "quarter"; readonly number: number }
  | { readonly unit: "half"; readonly number: number }
  | { readonly unit: "term"; readonly number: number }
  | { readonly unit: "trimester"; readonly number: number }
  | { readonly unit: "holidays"; readonly season: number }
  /** `extra` years after the first one. */
  | { readonly unit: "year"; readonly extra: number }
  | { readonly unit: "schoolyear"; readonly extra: number }
  | {
      /** First or last day, or first or last month, of something longer. */
      readonly unit: "edge";
      readonly edge: "start" | "end";
      readonly length: "day" | "month";
      readonly of: Core;
    };

const PRECISIONS: Readonly<Record<Core["unit"], Precision>> = {
  day: "day",
  days: "day",
  weekday: "day",
  month: "month",
  season: "season",
  quarter: "quarter",
  half: "term",
  term: "term",
  trimester: "term",
  holidays: "day",
  year: "year",
  schoolyear: "schoolyear",
  edge: "day",
};

/** The calendar unit in which the expression is written. */
export function precisionOf(core: Core): Precision {
  return core.unit === "edge" && core.length === "month"
    ? "month"
    : PRECISIONS[core.unit];
}

/** Whether the expression counts in school years, not calendar years. */
export function isSchoolCore(core: Core): boolean {
  if (core.unit === "edge") {
    return isSchoolCore(core.of);
  }
  return ["half", "term", "trimester", "holidays", "schoolyear"].includes(
    core.unit,
  );
}

/**
 * The calendar year an expression without a year means in the school year of
 * `context` (for school expressions: the year the school year starts in).
 * August belongs to the preparation, so it is the first calendar year.
 */
export function usualYear(core: Core, context: DateContext): number {
  if (isSchoolCore(core)) {
    return context.schoolYear;
  }
  const firstMonth = Number(context.yearStart.slice(0, 2));
  const month = homeMonth(core);
  const inFirst = month >= firstMonth || month >= 8;
  return inFirst ? context.schoolYear : context.schoolYear + 1;
}

function homeMonth(core: Core): number {
  switch (core.unit) {
    case "day":
    case "days":
    case "weekday":
    case "month":
      return core.month;
    case "season":
      return [12, 3, 6, 9][core.season - 1] ?? 9;
    case "quarter":
      // The third quarter is the one with September in it.
      return [1, 4, 9, 10][core.number - 1] ?? 9;
    case "edge":
      // The calendar year begins in the middle of the school year.
      return core.edge === "start" && core.of.unit === "year"
        ? 1
        : homeMonth(core.of);
    default:
      return 9;
  }
}

/**
 * First and last day of the expression in `year`.
 *
 * @param calendar - Whether a half is meant as half of the calendar year.
 * @returns null if the calendar has no such day.
 */
export function coreBounds(
  core: Core,
  year: number,
  context: DateContext,
  calendar: boolean,
): Bounds | null {
  switch (core.unit) {
    case "day":
      return between(
        isoDay(year, core.month, core.day),
        isoDay(year, core.month, core.day),
      );
    case "days":
      return partOfMonth(core, year);
    case "weekday":
      return weekdayOfMonth(core, year);
    case "month":
      return core.month >= 1 && core.month <= 12
        ? monthBounds(year, core.month, year, core.month)
        : null;
    case "season":
      return core.season === 1
        ? monthBounds(year, 12, year + 1, 2)
        : monthBounds(year, core.season * 3 - 3, year, core.season * 3 - 1);
    case "quarter":
      return monthBounds(year, core.number * 3 - 2, year, core.number * 3);
    case "half":
      return calendar
        ? monthBounds(year, core.number * 6 - 5, year, core.number * 6)
        : schoolHalf(core.number, year, context);
    case "year":
      return monthBounds(year, 1, year + core.extra, 12);
    case "schoolyear":
      return schoolYearBounds(year, core.extra, context);
    case "edge":
      return edgeBounds(core, year, context);
    default:
      return schoolPart(core, year, context);
  }
}

function between(start: string | null, end: string | null): Bounds | null {
  return start === null || end === null ? null : { start, end };
}

function partOfMonth(
  core: Extract<Core, { unit: "days" }>,
  year: number,
): Bounds | null {
  const last = daysInMonth(year, core.month);
  const from = core.from < 0 ? last + 1 + core.from : core.from;
  const to = core.to === 0 ? last : core.to;
  return between(
    isoDay(year, core.month, from),
    isoDay(year, core.month, Math.max(from, to)),
  );
}

function weekdayOfMonth(
  { month, weekday, number }: Extract<Core, { unit: "weekday" }>,
  year: number,
): Bounds | null {
  const first = isoDay(year, month, 1);
  const last = daysInMonth(year, month);
  if (first === null) {
    return null;
  }
  const offset = (weekday - weekdayOf(first) + 7) % 7;
  const nth = number === 0 ? Math.floor((last - 1 - offset) / 7) : number - 1;
  const day = isoDay(year, month, 1 + offset + 7 * nth);
  return between(day, day);
}

/** From the first day of the school year to the last, `extra` years later. */
export function schoolYearBounds(
  year: number,
  extra: number,
  context: DateContext,
): Bounds | null {
  const sameYear = context.yearEnd > context.yearStart;
  return between(
    dayOf(year, context.yearStart),
    dayOf(year + extra + (sameYear ? 0 : 1), context.yearEnd),
  );
}

function dayOf(year: number, monthDay: string): string | null {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(3, 5));
  return isoDay(year, month, Math.min(day, daysInMonth(year, month)));
}

function schoolHalf(
  number: number,
  year: number,
  context: DateContext,
): Bounds | null {
  const half = context.halves?.[number - 1];
  if (half !== undefined) {
    return between(
      termDay(half.start, year, context),
      termDay(half.end, year, context),
    );
  }
  const whole = schoolYearBounds(year, 0, context);
  const terms = schoolTerms(context);
  if (whole === null || terms !== null) {
    return terms === null
      ? null
      : between(
          termDay(terms[number * 2 - 2]?.start, year, context),
          termDay(terms[number * 2 - 1]?.end, year, context),
        );
  }
  return number === 1
    ? { start: whole.start, end: `${year}-12-31` }
    : { start: `${year + 1}-01-01`, end: whole.end };
}

function schoolPart(
  core: Extract<Core, { unit: "term" | "trimester" | "holidays" }>,
  year: number,
  context: DateContext,
): Bounds | null {
  const number = core.unit === "holidays" ? core.season : core.number;
  const dates = partOfYear(core.unit, number, year, context);
  if (dates === undefined) {
    return null;
  }
  const start = termDay(dates.start, year, context);
  const end = termDay(dates.end, year, context);
  return start !== null && end !== null && start <= end ? { start, end } : null;
}

/** Months before the school year's first one lie in its second calendar year. */
function termDay(
  day: string | undefined,
  year: number,
  context: DateContext,
): string | null {
  if (day === undefined) {
    return null;
  }
  const isSecond = day.slice(0, 2) < context.yearStart.slice(0, 2);
  return dayOf(isSecond ? year + 1 : year, day);
}

function edgeBounds(
  core: Extract<Core, { unit: "edge" }>,
  year: number,
  context: DateContext,
): Bounds | null {
  const whole = coreBounds(core.of, year, context, false);
  if (whole === null) {
    return null;
  }
  const day = core.edge === "start" ? whole.start : whole.end;
  if (core.length === "day") {
    return { start: day, end: day };
  }
  const [edgeYear, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return monthBounds(edgeYear, month, edgeYear, month);
}
