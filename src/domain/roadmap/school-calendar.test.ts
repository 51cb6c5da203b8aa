/** The calendar of a school year: what is set goes before what is usual. */
import { expect, test } from "vitest";
import { isDayOff, readDaysOff, workingDay } from "./days-off";
import { parseDatePhrase } from "./parse-date-phrase";
import {
  readCalendar,
  readSpans,
  usualHolidays,
  usualQuarters,
} from "./school-calendar";

const BLANK = { kind: "школа", year: "", terms: "", holidays: "" };
const BOUNDS = { yearStart: "09-01", yearEnd: "05-31" };

function spansOf(phrase: string, texts: Partial<typeof BLANK>) {
  const { calendar } = readCalendar({ ...BLANK, ...texts });
  const parsed = parseDatePhrase(phrase, { schoolYear: 2026, ...calendar });
  return {
    dates: parsed.intervals.map(({ start, end }) => `${start}..${end}`),
    warned: parsed.warnings.length > 0,
  };
}

test.each([
  ["01.09–23.10; 02.11–29.12", ["09-01 10-23", "11-02 12-29"]],
  ["с 01.09 по 30.11, с 1.12 по 28.2", ["09-01 11-30", "12-01 02-28"]],
  ["осенние 24.10.2026 — 01.11.2026", ["10-24 11-01"]],
  ["", []],
])("reads the spans of «%s»", (text, expected) => {
  expect(
    readSpans(text)?.map(({ start, end }) => `${start} ${end}`),
  ).toStrictEqual(expected);
});

test.each(["31.02–05.03", "с сентября по май", "01.09–", "01.09–31.05; 12"])(
  "does not guess what «%s» means",
  (text) => {
    expect(readSpans(text)).toBe(null);
  },
);

test("names the settings it cannot use and takes what is usual", () => {
  const { calendar, problems } = readCalendar({
    ...BLANK,
    year: "весь год",
    terms: "02.11–29.12; 01.09–23.10; 11.01–26.03; 05.04–31.05",
    holidays: "осенью",
  });

  expect(problems.map(({ part }) => part)).toStrictEqual([
    "year",
    "terms",
    "holidays",
  ]);
  expect(calendar).toStrictEqual({ ...BOUNDS, allHolidays: [] });
});

test.each<[string, Partial<typeof BLANK>, string]>([
  [
    "II четверть",
    { terms: "01.09–24.10; 03.11–28.12; 12.01–20.03; 30.03–26.05" },
    "2026-11-03..2026-12-28",
  ],
  [
    "2 триместр",
    { terms: "01.09–20.11; 01.12–26.02; 01.03–26.05" },
    "2026-12-01..2027-02-26",
  ],
  [
    "I полугодие",
    { terms: "01.09–29.12; 11.01–31.05" },
    "2026-09-01..2026-12-29",
  ],
  ["II полугодие", { kind: "колледж" }, "2027-01-12..2027-06-30"],
  [
    "осенние каникулы",
    { holidays: "осенние 26.10–04.11" },
    "2026-10-26..2026-11-04",
  ],
  [
    "в течение учебного года",
    { year: "01.09–26.05" },
    "2026-09-01..2027-05-26",
  ],
  ["на конец учебного года", { kind: "колледж" }, "2027-06-30..2027-06-30"],
])("reads «%s» by the settings, without a doubt", (phrase, texts, expected) => {
  expect(spansOf(phrase, texts)).toStrictEqual({
    dates: [expected],
    warned: false,
  });
});

test("usual holidays follow the weeks of the year and are said to be usual", () => {
  expect(usualHolidays(2025, BOUNDS)).toStrictEqual([
    { start: "12-31", end: "01-11" },
    { start: "03-28", end: "04-05" },
    { start: "06-01", end: "08-31" },
    { start: "10-25", end: "11-02" },
  ]);
  expect(usualQuarters(2026, BOUNDS)).toStrictEqual([
    { start: "09-01", end: "10-23" },
    { start: "11-02", end: "12-30" },
    { start: "01-11", end: "03-26" },
    { start: "04-05", end: "05-31" },
  ]);
  expect(spansOf("осенние каникулы", {})).toStrictEqual({
    dates: ["2026-10-24..2026-11-01"],
    warned: true,
  });
});

const RULES = { week: 5, extra: [], working: [], vacations: [] } as const;

test("nobody works on weekends, public holidays and where these have moved", () => {
  const days = ["2026-11-04", "2027-05-01", "2027-05-03", "2026-09-05"];

  expect(days.filter((day) => !isDayOff(day, RULES))).toStrictEqual([]);
  expect(isDayOff("2026-09-05", { ...RULES, week: 6 })).toBe(false);
  expect(isDayOff("2026-11-05", RULES)).toBe(false);
});

test("the curator adds days off and working ones, and school holidays count when asked", () => {
  const own = readDaysOff(
    "31.12.2026; 26.12.2026 рабочий; 03.05.2027–05.05.2027",
  );

  expect(own).toStrictEqual({
    extra: ["2026-12-31", "2027-05-03", "2027-05-04", "2027-05-05"],
    working: ["2026-12-26"],
  });
  expect(readDaysOff("в пятницу")).toBe(null);
  const vacations = [{ start: "12-31", end: "01-10" }];
  expect(workingDay("2027-01-09", { ...RULES, vacations }, "later")).toBe(
    "2027-01-11",
  );
  expect(workingDay("2026-09-05", RULES, "earlier")).toBe("2026-09-04");
});
