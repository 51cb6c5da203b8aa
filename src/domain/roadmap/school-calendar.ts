/** The calendar of a school year: its bounds, terms and holidays, set by the curator or usual. */

import { ownValue } from "../record";
import { dayAfter, dayBefore, isoDay, weekdayOf } from "./calendar";
import type { DateContext, TermDates } from "./interval";

/** Parts of a school year that phrases may name. */
export type SchoolCalendar = Pick<
  DateContext,
  "yearStart" | "yearEnd" | "terms" | "trimesters" | "halves" | "holidays"
> & {
  /** Every holiday that was written, in its order. */
  readonly allHolidays: readonly TermDates[];
};

/** Texts of the settings; blank ones mean «as usual». */
export type CalendarTexts = {
  /** «школа», «детский сад», «колледж» … */
  readonly kind: string;
  /** «01.09–31.05». */
  readonly year: string;
  /** Four, three or two spans. */
  readonly terms: string;
  /** «осенние 24.10–01.11; …». */
  readonly holidays: string;
};

/** Kind of organisation → last day of its school year, where it is not the usual one. */
const YEAR_ENDS: Readonly<Record<string, string>> = { колледж: "06-30" };

const USUAL_YEAR: TermDates = { start: "09-01", end: "05-31" };

/** A college divides the year into semesters. */
const SEMESTERS: readonly TermDates[] = [
  { start: "09-01", end: "12-31" },
  { start: "01-12", end: "06-30" },
];

/**
 * The calendar by the settings, and Russian sentences about those that cannot
 * be read: they count as blank.
 */
export function readCalendar(texts: CalendarTexts): {
  readonly calendar: SchoolCalendar;
  readonly problems: readonly CalendarProblem[];
} {
  const problems: CalendarProblem[] = [];
  const spans = (part: CalendarProblem["part"], counts: readonly number[]) => {
    const read = readSpans(texts[part]);
    const fits =
      read !== null && (counts.length === 0 || counts.includes(read.length));
    if (!fits) {
      problems.push({ part, text: texts[part] });
    }
    return fits && read.length > 0 ? read : null;
  };
  const year = spans("year", [0, 1])?.[0] ?? {
    ...USUAL_YEAR,
    end: ownValue(YEAR_ENDS, texts.kind) ?? USUAL_YEAR.end,
  };
  const parts = spans("terms", [0, 2, 3, 4]) ?? [];
  const ordered = inOrder(parts, year.start);
  if (!ordered) {
    problems.push({ part: "terms", text: texts.terms });
  }
  const own = ordered ? parts : [];
  const holidays = spans("holidays", []);
  const halves =
    own.length === 2 ? own : texts.kind === "колледж" ? SEMESTERS : null;
  return {
    calendar: {
      yearStart: year.start,
      yearEnd: year.end,
      ...(own.length === 4 ? { terms: own } : {}),
      ...(own.length === 3 ? { trimesters: own } : {}),
      ...(halves === null ? {} : { halves }),
      ...(holidays === null ? {} : { holidays: bySeason(holidays) }),
      allHolidays: holidays ?? [],
    },
    problems,
  };
}

/** A setting that is neither blank nor what it should be. */
export type CalendarProblem = {
  readonly part: "year" | "terms" | "holidays";
  readonly text: string;
};

const SPAN =
  /(\d{1,2})\.(\d{1,2})(?:\.(?:\d{4}|\d{2}))?(?:\s*г\.?)?\s*(?:[-–—−]|по|до)\s*(\d{1,2})\.(\d{1,2})(?:\.(?:\d{4}|\d{2}))?/gu;

/** Spans of a text such as «01.09–23.10; 02.11–29.12»; null if some cannot be read. */
export function readSpans(text: string): readonly TermDates[] | null {
  const spans: TermDates[] = [];
  let isRead = true;
  const rest = text.replace(SPAN, (_, ...groups: string[]) => {
    const [startDay, startMonth, endDay, endMonth] = groups.map(Number);
    const start = monthDay(startMonth ?? 0, startDay ?? 0);
    const end = monthDay(endMonth ?? 0, endDay ?? 0);
    isRead = isRead && start !== null && end !== null;
    if (start !== null && end !== null) {
      spans.push({ start, end });
    }
    return " ";
  });
  const isPlain = !/\d\.\d|\d{2}/.test(rest);
  return isRead && isPlain && (spans.length > 0 || rest.trim() === "")
    ? spans
    : null;
}

/** A leap year, so that 29 February may be named. */
const LEAP_YEAR = 2028;

function monthDay(month: number, day: number): string | null {
  return isoDay(LEAP_YEAR, month, day)?.slice(5) ?? null;
}

/** Whether each part begins after the one before it has ended. */
function inOrder(parts: readonly TermDates[], yearStart: string): boolean {
  const days = parts.flatMap(({ start, end }) => [start, end]);
  const place = (day: string) => (day < yearStart ? `1${day}` : `0${day}`);
  return days.every(
    (day, index) => index === 0 || place(days[index - 1] ?? "") <= place(day),
  );
}

/** Winter, spring, summer, autumn; undefined where none was written. */
function bySeason(
  holidays: readonly TermDates[],
): readonly (TermDates | undefined)[] {
  const months = [
    ["12", "01"],
    ["03", "04"],
    ["05", "06", "07", "08"],
    ["10", "11"],
  ];
  return months.map((names) =>
    holidays.find(({ start }) => names.includes(start.slice(0, 2))),
  );
}

/** Nine days from the fourth Saturday of a month to a Sunday. */
function nineDays(year: number, month: number): TermDates {
  const first = isoDay(year, month, 1) ?? "";
  const saturday = 1 + ((6 - weekdayOf(first) + 7) % 7) + 21;
  const start = isoDay(year, month, saturday) ?? first;
  let end = start;
  for (let count = 0; count < 8; count += 1) {
    end = dayAfter(end);
  }
  return { start: start.slice(5), end: end.slice(5) };
}

/** Winter holidays end with the Sunday on or after 8 January. */
function winterEnd(year: number): string {
  let day = isoDay(year, 1, 8) ?? "";
  while (weekdayOf(day) !== 7) {
    day = dayAfter(day);
  }
  return day.slice(5);
}

/**
 * Winter, spring, summer and autumn holidays as most schools have them in the
 * school year that begins in `year`. Each region and school sets its own.
 */
export function usualHolidays(
  year: number,
  { yearStart, yearEnd }: Pick<DateContext, "yearStart" | "yearEnd">,
): readonly TermDates[] {
  return [
    { start: "12-31", end: winterEnd(year + 1) },
    nineDays(year + 1, 3),
    {
      start: dayAfter(`${LEAP_YEAR}-${yearEnd}`).slice(5),
      end: dayBefore(`${LEAP_YEAR}-${yearStart}`).slice(5),
    },
    nineDays(year, 10),
  ];
}

/** Four terms between the usual holidays. */
export function usualQuarters(
  year: number,
  bounds: Pick<DateContext, "yearStart" | "yearEnd">,
): readonly TermDates[] {
  const [winter, spring, , autumn] = usualHolidays(year, bounds);
  const before = (day = "01-01") => dayBefore(`${year + 1}-${day}`).slice(5);
  const after = (day = "01-01") => dayAfter(`${year + 1}-${day}`).slice(5);
  return [
    { start: bounds.yearStart, end: before(autumn?.start) },
    { start: after(autumn?.end), end: before(winter?.start) },
    { start: after(winter?.end), end: before(spring?.start) },
    { start: after(spring?.end), end: bounds.yearEnd },
  ];
}
