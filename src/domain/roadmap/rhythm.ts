/** Steps of a repeated activity: those that a formula can count, and the days they fall on. */

import { addDays } from "../consents/age";
import { dayParts, isoDay } from "./calendar";
import type { DateContext, Interval, Repeat, RepeatPeriod } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";
import type { Span } from "./timeline";

/** A step from the first day of a row to the last. */
export type Rhythm =
  /** Every so many months; `day` of the month, 0 for that of the first day. */
  | { readonly unit: "month"; readonly count: number; readonly day: number }
  | { readonly unit: "day"; readonly count: number }
  /** The whole row again each year. */
  | { readonly unit: "year" };

type Times = {
  readonly times: number;
  readonly per: RepeatPeriod;
  readonly every?: number;
};

const ONCE: Readonly<Record<Extract<Repeat, string>, RepeatPeriod>> = {
  yearly: "year",
  monthly: "month",
  quarterly: "quarter",
  weekly: "week",
  termly: "term",
};

const MONTHS_IN: Partial<Readonly<Record<RepeatPeriod, number>>> = {
  year: 12,
  quarter: 3,
  month: 1,
};

const DAYS_IN: Partial<Readonly<Record<RepeatPeriod, number>>> = {
  year: 365,
  quarter: 91,
  month: 30,
  decade: 10,
  week: 7,
  day: 1,
};

/** Parts of the school year as they are written. */
const PARTS: Partial<Readonly<Record<RepeatPeriod, string>>> = {
  term: "четверть",
  trimester: "триместр",
  halfyear: "полугодие",
};

/** A month has this day in every year. */
const LAST_SURE_DAY = 28;

/** «в конце каждой четверти», «в последнюю пятницу месяца». */
const AT_END = /кон(?:ец|ц)|последн|окончани|завершени/iu;

function timesOf(repeat: Repeat): Times {
  return typeof repeat === "string"
    ? { times: 1, per: ONCE[repeat] }
    : { times: repeat.times, per: repeat.per, every: repeat.every ?? 1 };
}

/** Null for parts of the school year, which have no even step, and without a repeat. */
export function rhythmOf(interval: Interval): Rhythm | null {
  if (interval.repeat === undefined) {
    return null;
  }
  if (interval.repeat === "yearly") {
    return { unit: "year" };
  }
  const { times, per, every = 1 } = timesOf(interval.repeat);
  const months = ((MONTHS_IN[per] ?? 0) * every) / times;
  if (months >= 1 && Number.isInteger(months)) {
    return { unit: "month", count: months, day: dayOfMonth(interval) };
  }
  const days = DAYS_IN[per];
  return days === undefined
    ? null
    : { unit: "day", count: Math.max(1, Math.floor((days * every) / times)) };
}

/** «до 5 числа» is the 5th; the last Friday is near the end. */
function dayOfMonth({ precision, start, end, source }: Interval): number {
  const isDay = precision === "day" && end !== null && isOneMonth(start, end);
  if (isDay) {
    return Math.min(LAST_SURE_DAY, dayParts(end).day);
  }
  return AT_END.test(source) ? LAST_SURE_DAY : 0;
}

function isOneMonth(start: string | null, end: string): boolean {
  return start === null || start.slice(0, 7) === end.slice(0, 7);
}

/** Days of a repeated interval within a stretch, in order; none for a yearly one. */
export function repeatedDays(
  interval: Interval,
  stretch: Span,
  context: DateContext,
): readonly string[] {
  const rhythm = rhythmOf(interval);
  return rhythm === null
    ? partDays(interval, stretch, context)
    : stepDays(rhythm, stretch);
}

/** Days of the steps within a stretch, in order; none for a yearly one. */
export function stepDays(rhythm: Rhythm, stretch: Span): readonly string[] {
  switch (rhythm.unit) {
    case "month":
      return monthDays(rhythm, stretch);
    case "day":
      return everyFewDays(rhythm.count, stretch);
    default:
      return [];
  }
}

function monthDays(
  { count, day }: Extract<Rhythm, { unit: "month" }>,
  { start, end }: Span,
): readonly string[] {
  const first = dayParts(start);
  const date = day === 0 ? Math.min(LAST_SURE_DAY, first.day) : day;
  const days: string[] = [];
  const from = first.year * 12 + first.month - 1 + (first.day > date ? 1 : 0);
  for (let at = from; ; at += count) {
    const found = isoDay(Math.floor(at / 12), (at % 12) + 1, date);
    if (found === null || found > end) {
      return days;
    }
    days.push(found);
  }
}

function everyFewDays(count: number, { start, end }: Span): readonly string[] {
  const days: string[] = [];
  for (let day = start; day <= end; day = addDays(day, count)) {
    days.push(day);
  }
  return days;
}

/** More parts than any school year has. */
const MOST_PARTS = 4;

/** Longer than any roadmap; a date typed wrongly must not count for long. */
const MOST_YEARS = 12;

/** A day for each time in each term, trimester or half-year that the stretch touches. */
function partDays(
  { repeat, source }: Interval,
  stretch: Span,
  context: DateContext,
): readonly string[] {
  const { times, per } = timesOf(repeat ?? "yearly");
  const word = PARTS[per];
  if (word === undefined) {
    return [];
  }
  const first = dayParts(stretch.start).year - 1;
  const last = Math.min(dayParts(stretch.end).year, first + MOST_YEARS);
  const days = new Set<string>();
  for (let schoolYear = first; schoolYear <= last; schoolYear += 1) {
    for (let number = 1; number <= MOST_PARTS; number += 1) {
      const part = partOf(`${number} ${word}`, { ...context, schoolYear });
      const within = part === null ? null : common(part, stretch);
      for (const day of within === null
        ? []
        : spread(within, times, AT_END.test(source))) {
        days.add(day);
      }
    }
  }
  return [...days].sort();
}

function partOf(phrase: string, context: DateContext): Span | null {
  const [found] = parseDatePhrase(phrase, context).intervals;
  const { start = null, end = null } = found ?? {};
  return start === null || end === null ? null : { start, end };
}

function common(one: Span, other: Span): Span | null {
  const start = one.start > other.start ? one.start : other.start;
  const end = one.end < other.end ? one.end : other.end;
  return start <= end ? { start, end } : null;
}

/** So many days at even distances, from the first day or up to the last. */
function spread(
  { start, end }: Span,
  times: number,
  fromEnd: boolean,
): readonly string[] {
  const length = daysBetween(start, end) + 1;
  return Array.from({ length: times }, (_, at) => {
    const away = Math.floor((length * at) / times);
    return fromEnd ? addDays(end, -away) : addDays(start, away);
  });
}

/** Serial number of a day as in a sheet: 0 is 30.12.1899. */
export function serialOf(day: string): number {
  const { year, month, day: date } = dayParts(day);
  return (Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / DAY_MS;
}

const DAY_MS = 86_400_000;

function daysBetween(start: string, end: string): number {
  return serialOf(end) - serialOf(start);
}
