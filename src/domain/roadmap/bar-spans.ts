/** Stretches in which an activity is drawn, where the first and last day alone would draw too much. */
import { dayParts, isoDay } from "./calendar";
import type { DateContext, Interval, ParsedDates } from "./interval";
import { type Rhythm, repeatedDays, serialOf } from "./rhythm";
import {
  nextPeriod,
  periodStart,
  type Span,
  type TimelineScale,
} from "./timeline";

/**
 * The parts of the activity's time, in the order written: one for each
 * interval; a yearly one in every year of the roadmap; another repetition
 * each of its days.
 *
 * @param row - First and last day as they stand in the row.
 * @returns Empty when one stretch from `start` to `end` says the same.
 */
export function barSpans(
  parsed: Pick<ParsedDates, "intervals">,
  context: DateContext,
  row: { readonly start: string | null; readonly end: string | null },
): readonly Span[] {
  const spans = parsed.intervals.flatMap((interval) =>
    interval.kind === "recurring"
      ? repeated(interval, context)
      : known(interval),
  );
  const { start, end } = row;
  const [only] = spans;
  const isWhole =
    spans.length === 1 &&
    only?.start === (start ?? end) &&
    only?.end === (end ?? start);
  return isWhole ? [] : spans;
}

function known({ start, end }: Interval): readonly Span[] {
  const first = start ?? end;
  return first === null ? [] : [{ start: first, end: end ?? first }];
}

function repeated(interval: Interval, context: DateContext): readonly Span[] {
  const year: Span = {
    start: `${context.schoolYear}-${context.yearStart}`,
    end: `${context.schoolYear + 1}-${context.yearEnd}`,
  };
  if (interval.repeat !== "yearly") {
    const stretch = stretchOf(interval, year);
    return repeatedDays(interval, stretch, context).map((day) => ({
      start: day,
      end: day,
    }));
  }
  const [first] = known(interval);
  if (first === undefined) {
    // «Ежегодно» alone names no part of the year.
    return [];
  }
  const last = dayParts((context.span ?? year).end).year;
  const years = Math.max(0, last - dayParts(first.start).year);
  return Array.from({ length: years + 1 }, (_, later) =>
    yearsLater(first, later),
  );
}

/** «С октября по май, ежемесячно»; days of one month only say when in the month. */
function stretchOf({ start, end }: Interval, year: Span): Span {
  const isStretch = start !== null && start.slice(0, 7) !== end?.slice(0, 7);
  return isStretch ? { start, end: end ?? year.end } : year;
}

function yearsLater({ start, end }: Span, years: number): Span {
  return { start: sameDay(start, years), end: sameDay(end, years) };
}

/** 29 February becomes the 28th. */
function sameDay(day: string, years: number): string {
  const { year, month, day: date } = dayParts(day);
  return (
    isoDay(year + years, month, date) ??
    isoDay(year + years, month, date - 1) ??
    day
  );
}

/** More periods than any timeline has. */
const MOST = 1_000;

/** Word for a period as it stands in «Отметки ленты» and in the rules: «m24321», «w6600». */
export function periodKey(scale: TimelineScale, start: string): string {
  if (scale === "month") {
    const { year, month } = dayParts(start);
    return `m${year * 12 + month}`;
  }
  // Serial number 0 is a Saturday, 2 a Monday.
  return `w${Math.floor((serialOf(start) - 2) / 7)}`;
}

/** Keys of all months and weeks the spans touch, between bars: «|m24321|w6600|». */
export function spanKeys(spans: readonly Span[]): string {
  const keys = (["month", "week"] as const).flatMap((scale) =>
    spans.flatMap(({ start, end }) => {
      const found: string[] = [];
      for (
        let at = periodStart(scale, start);
        at <= end && found.length < MOST;
        at = nextPeriod(scale, at)
      ) {
        found.push(periodKey(scale, at));
      }
      return found;
    }),
  );
  return keys.length === 0 ? "" : `|${[...new Set(keys)].join("|")}|`;
}

/** The step as it stands in «Отметки ленты»: «m03d05», «d014», «y». */
export function rhythmMark(rhythm: Rhythm): string {
  const padded = (value: number, length: number) =>
    String(value).padStart(length, "0").slice(-length);
  switch (rhythm.unit) {
    case "month":
      return `m${padded(rhythm.count, 2)}d${padded(rhythm.day, 2)}`;
    case "day":
      return `d${padded(rhythm.count, 3)}`;
    default:
      return "y";
  }
}

/**
 * The periods as they stand in «Отметки ленты», after the days of the row for
 * which they hold: ten digits of both serial numbers, zeros for a blank.
 */
export function listMark(
  spans: readonly Span[],
  row: { readonly start: string; readonly end: string },
): string {
  const digits = [row.start, row.end].map((day) =>
    String(day === "" ? 0 : serialOf(day)).padStart(5, "0"),
  );
  return spans.length === 0 ? "" : `${digits.join("")}${spanKeys(spans)}`;
}
