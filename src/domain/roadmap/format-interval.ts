/** Writes an interval back as a short Russian phrase. */

import { russianDate } from "../language/dates";
import { type PluralForms, plural } from "../language/plural";
import { dayParts } from "./calendar";
import type { Interval, Repeat, RepeatPeriod } from "./interval";
import { monthName } from "./months";

/**
 * A phrase that `parseDatePhrase` reads back as the same interval:
 * «сентябрь 2026 г.», «05.09.2026 – 31.05.2027», «до 05.09.2026».
 *
 * @returns Empty text for an interval without dates and repeat.
 */
export function formatInterval(interval: Interval): string {
  const dates = formatDates(interval);
  if (interval.kind === "throughout") {
    return dates === "" ? "весь период" : `весь период: ${dates}`;
  }
  if (interval.kind !== "recurring" || interval.repeat === undefined) {
    return dates;
  }
  const days = monthDays(interval);
  if (days !== null) {
    return `${days} каждого месяца`;
  }
  const repeat = formatRepeat(interval.repeat);
  return dates === "" ? repeat : `${repeat}, ${dates}`;
}

function formatDates(interval: Interval): string {
  const { start, end, precision } = interval;
  if (start === null) {
    return end === null ? "" : bound(end, precision === "month", "end");
  }
  if (end === null) {
    return bound(start, precision === "month", "start");
  }
  if (start === end && precision === "day") {
    return interval.kind === "interval"
      ? `${russianDate(start)} – ${russianDate(end)}`
      : russianDate(start);
  }
  return formatSpan(start, end, interval);
}

function formatSpan(start: string, end: string, interval: Interval): string {
  const [from, to] = [dayParts(start), dayParts(end)];
  const range = `${russianDate(start)} – ${russianDate(end)}`;
  switch (interval.kind === "throughout" ? "day" : interval.precision) {
    case "month":
      return formatMonths(from, to);
    case "season":
      return from.month === 12
        ? `зима ${from.year}/${String(to.year % 100).padStart(2, "0")}`
        : `${SEASONS[from.month / 3] ?? "осень"} ${from.year} г.`;
    case "quarter":
      return `${ROMAN[(from.month - 1) / 3] ?? "I"} квартал ${from.year} г.`;
    case "term":
      return `${termName(start, end)}: ${range}`;
    case "year":
      return from.year === to.year
        ? `${from.year} г.`
        : `${from.year}–${to.year} гг.`;
    case "schoolyear":
      // A whole period with dates of its own.
      return to.year > from.year && from.month >= 8 && to.month <= 8
        ? `${from.year}–${to.year} учебный год`
        : `весь период: ${range}`;
    default:
      return range;
  }
}

type DayParts = ReturnType<typeof dayParts>;

const SEASONS = ["зима", "весна", "лето", "осень"] as const;
const ROMAN = ["I", "II", "III", "IV"] as const;

function formatMonths(from: DayParts, to: DayParts): string {
  const first = monthName(from.month, "nominative");
  const last = monthName(to.month, "nominative");
  if (from.year !== to.year) {
    return `${first} ${from.year} г. – ${last} ${to.year} г.`;
  }
  return from.month === to.month
    ? `${first} ${from.year} г.`
    : `${first}–${last} ${to.year} г.`;
}

/** Named by its months; the dates that follow say exactly what is meant. */
function termName(start: string, end: string): string {
  const months = `${dayParts(start).month}-${dayParts(end).month}`;
  if (months === "3-5" && dayParts(start).day <= LAST_TRIMESTER_START) {
    return "3 триместр";
  }
  if (months === "1-6" && !isCalendarHalf(start, end)) {
    return "II полугодие";
  }
  return TERM_NAMES[months] ?? "учебный отрезок";
}

/** The last trimester begins with March, the last term after the holidays. */
const LAST_TRIMESTER_START = 10;

function isCalendarHalf(start: string, end: string): boolean {
  return start.endsWith("-01-01") && end.endsWith("-06-30");
}

const TERM_NAMES: Readonly<Record<string, string>> = {
  "9-12": "I полугодие",
  "1-5": "II полугодие",
  "1-6": "I полугодие",
  "7-12": "II полугодие",
  "9-10": "1 четверть",
  "11-12": "2 четверть",
  "1-3": "3 четверть",
  "3-5": "4 четверть",
  "4-5": "4 четверть",
  "3-6": "4 четверть",
  "4-6": "4 четверть",
  "9-11": "1 триместр",
  "12-2": "2 триместр",
};

function bound(isoDate: string, isMonth: boolean, side: "start" | "end") {
  const { year, month } = dayParts(isoDate);
  if (isMonth) {
    const word = side === "start" ? "с" : "не позднее";
    return `${word} ${monthName(month, "genitive")} ${year} г.`;
  }
  return `${side === "start" ? "с" : "до"} ${russianDate(isoDate)}`;
}

/** A phrase that counts days of whichever month and says nothing else. */
const DAYS_OF_MONTH =
  /^(?:(?:ежемесячно|каждый месяц|каждого месяца),? )?(?:(?:не позднее|до|по|с) )?(?:\d{1,2}(?: и|,) )*\d{1,2}(?:-?\p{L}{1,3})?(?: (?:по|до|-) \d{1,2}(?:-?\p{L}{1,3})?)? числ\p{L}{1,2}(?:,? (?:ежемесячно|каждый месяц|каждого месяца))?\.?$/iu;

/** «до 5 числа», when the phrase counted days of whichever month; else null. */
function monthDays(interval: Interval): string | null {
  const { start, end, precision, repeat, source } = interval;
  const counts = repeat === "monthly" && precision === "day";
  if (!counts || end === null || !DAYS_OF_MONTH.test(source)) {
    return null;
  }
  if (start !== null && start.slice(0, 7) !== end.slice(0, 7)) {
    return null;
  }
  const last = dayParts(end).day;
  if (start === null) {
    return `до ${last} числа`;
  }
  const first = dayParts(start).day;
  return first === last ? `${last} числа` : `с ${first} по ${last} число`;
}

const ADVERBS: Readonly<Record<string, string>> = {
  yearly: "ежегодно",
  monthly: "ежемесячно",
  quarterly: "ежеквартально",
  weekly: "еженедельно",
  termly: "1 раз в четверть",
};

/** In the accusative, after «в». */
const PERIODS: Readonly<Record<RepeatPeriod, PluralForms>> = {
  year: ["год", "года", "лет"],
  halfyear: ["полугодие", "полугодия", "полугодий"],
  quarter: ["квартал", "квартала", "кварталов"],
  term: ["четверть", "четверти", "четвертей"],
  trimester: ["триместр", "триместра", "триместров"],
  month: ["месяц", "месяца", "месяцев"],
  decade: ["декаду", "декады", "декад"],
  week: ["неделю", "недели", "недель"],
  day: ["день", "дня", "дней"],
};

const TIMES: PluralForms = ["раз", "раза", "раз"];

/** «ежегодно», «2 раза в месяц». */
export function formatRepeat(repeat: Repeat): string {
  if (typeof repeat === "string") {
    return ADVERBS[repeat] ?? repeat;
  }
  const { times, upTo, per, every } = repeat;
  if ((upTo ?? times) === 1 && per === "day" && every === undefined) {
    return "ежедневно";
  }
  const word = plural(upTo ?? times, TIMES);
  const number = upTo === undefined ? String(times) : `${times}–${upTo}`;
  const period =
    every === undefined
      ? PERIODS[per][0]
      : `${every} ${plural(every, PERIODS[per])}`;
  return `${number} ${word} в ${period}`;
}
