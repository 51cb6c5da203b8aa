/** The school year of the book as date phrases need it, from «Настройки». */

import { russianDate } from "../domain/language/dates";
import { type DaysOff, readDaysOff } from "../domain/roadmap/days-off";
import type { DateContext, TermDates } from "../domain/roadmap/interval";
import {
  readCalendar,
  type SchoolCalendar,
} from "../domain/roadmap/school-calendar";
import { partOfYear } from "../domain/roadmap/terms";
import { ORGANIZATION_KIND } from "../domain/vocabulary";
import type { Problem } from "../shared/rpc";
import { type Book, findRow, numberOf, setting } from "./book";
import { isIsoDate } from "./parse-cell";
import { schoolYearStart } from "./school-year";
import { SETTINGS } from "./tables/settings";
import { TABLES } from "./tables/tables";

/** Keys of the settings from which dates are computed. */
export const YEAR_SETTINGS: readonly string[] = [
  "schoolYear",
  "organizationKind",
  "yearBounds",
  "terms",
  "holidays",
];

const SETTING_OF = {
  year: "yearBounds",
  terms: "terms",
  holidays: "holidays",
} as const;

/** What «Настройки» say about the school year, with the settings that cannot be read. */
export type BookYear = {
  readonly context: DateContext;
  readonly calendar: SchoolCalendar;
  readonly problems: readonly Problem[];
};

function calendarOf(book: Book): ReturnType<typeof readCalendar> {
  return readCalendar({
    kind: written(book, "organizationKind") || ORGANIZATION_KIND[0],
    year: written(book, "yearBounds"),
    terms: written(book, "terms"),
    holidays: written(book, "holidays"),
  });
}

/** @throws UserError `SETTING` without a school year. */
export function yearOfBook(book: Book): BookYear {
  const { calendar, problems } = calendarOf(book);
  const { allHolidays: _, ...parts } = calendar;
  return {
    context: { schoolYear: schoolYearStart(book), ...parts },
    calendar,
    problems: problems.map(({ part }) =>
      settingProblem(book, SETTING_OF[part]),
    ),
  };
}

/** A cell that Sheets has made a date of is a day again. */
function written(book: Book, key: string): string {
  const value = setting(book, key);
  const text = value === null ? "" : String(value).trim();
  return isIsoDate(text) ? russianDate(text) : text;
}

function settingProblem(book: Book, key: string): Problem {
  const one = SETTINGS.find((candidate) => candidate.key === key);
  const row = findRow(book, "settings", key);
  return {
    severity: "warning",
    tab: TABLES.settings.title,
    ...(row === null ? {} : { row: row.row }),
    message: `Настройка «${one?.name ?? key}» не прочитана, взяты обычные даты. ${one?.about ?? ""}`,
  };
}

/**
 * Days off by the settings.
 *
 * @param vacations - Whether school holidays are skipped too.
 */
export function daysOffOf(
  book: Book,
  vacations: boolean,
): { readonly rules: DaysOff; readonly problems: readonly Problem[] } {
  const { context, calendar, problems } = yearOfBook(book);
  const own = readDaysOff(written(book, "daysOff"));
  const row = findRow(book, "settings", "workWeek");
  return {
    rules: {
      week: row !== null && numberOf(row, "value") === 6 ? 6 : 5,
      ...(own ?? { extra: [], working: [] }),
      vacations: vacations ? vacationsOf(context, calendar) : [],
    },
    problems: [
      ...problems,
      ...(own === null ? [settingProblem(book, "daysOff")] : []),
    ],
  };
}

/** Autumn, winter and spring; in summer people work. */
const SEASONS_OFF = [4, 1, 2] as const;
const SUMMER = /^0[5-8]/;

function vacationsOf(
  context: DateContext,
  { allHolidays }: SchoolCalendar,
): readonly TermDates[] {
  return allHolidays.length > 0
    ? allHolidays.filter(({ start }) => !SUMMER.test(start))
    : SEASONS_OFF.flatMap(
        (season) =>
          partOfYear("holidays", season, context.schoolYear, context) ?? [],
      );
}

const SEASONS = [1, 2, 3, 4] as const;

/**
 * Holidays of all seasons, `MM-DD`: by the settings, or the usual ones.
 *
 * @param schoolYear - Its first calendar year.
 */
export function holidaysOf(
  book: Book,
  schoolYear: number,
): readonly TermDates[] {
  const { allHolidays, ...parts } = calendarOf(book).calendar;
  return allHolidays.length > 0
    ? allHolidays
    : SEASONS.flatMap(
        (season) =>
          partOfYear("holidays", season, schoolYear, {
            schoolYear,
            ...parts,
          }) ?? [],
      );
}
