/** Steps of repeated activities, and the days they fall on. */
import { expect, test } from "vitest";
import { parseDatePhrase } from "./parse-date-phrase";
import { repeatedDays, rhythmOf } from "./rhythm";

const CONTEXT = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
  terms: [
    { start: "09-01", end: "10-25" },
    { start: "11-05", end: "12-28" },
    { start: "01-11", end: "03-24" },
    { start: "04-02", end: "05-31" },
  ],
};
const YEAR = { start: "2026-09-01", end: "2027-05-31" };

function intervalOf(phrase: string) {
  const [interval] = parseDatePhrase(phrase, CONTEXT).intervals;
  if (interval === undefined) throw new RangeError(`${phrase} is not read`);
  return interval;
}

test.each([
  ["ежемесячно", { unit: "month", count: 1, day: 0 }],
  ["ежеквартально", { unit: "month", count: 3, day: 0 }],
  ["раз в два месяца", { unit: "month", count: 2, day: 0 }],
  ["2 раза в год", { unit: "month", count: 6, day: 0 }],
  ["до 5 числа каждого месяца", { unit: "month", count: 1, day: 5 }],
  ["ежемесячно 31 числа", { unit: "month", count: 1, day: 28 }],
  ["в последнюю пятницу каждого месяца", { unit: "month", count: 1, day: 28 }],
  ["еженедельно", { unit: "day", count: 7 }],
  ["каждую пятницу", { unit: "day", count: 7 }],
  ["раз в две недели", { unit: "day", count: 14 }],
  ["2 раза в месяц", { unit: "day", count: 15 }],
  ["два раза в неделю", { unit: "day", count: 3 }],
  ["ежедневно", { unit: "day", count: 1 }],
  ["ежегодно, сентябрь", { unit: "year" }],
  ["1 раз в четверть", null],
  ["раз в полугодие", null],
  ["сентябрь", null],
])("the step of «%s» is %j", (phrase, expected) => {
  expect(rhythmOf(intervalOf(phrase))).toStrictEqual(expected);
});

test.each([
  [
    "1 раз в четверть",
    ["2026-09-01", "2026-11-05", "2027-01-11", "2027-04-02"],
  ],
  [
    "в конце каждой четверти",
    ["2026-10-25", "2026-12-28", "2027-03-24", "2027-05-31"],
  ],
  ["раз в полугодие", ["2026-09-01", "2027-01-11"]],
  ["раз в квартал", ["2026-09-01", "2026-12-01", "2027-03-01"]],
  ["ежегодно", []],
])("«%s» falls on %j", (phrase, expected) => {
  expect(repeatedDays(intervalOf(phrase), YEAR, CONTEXT)).toStrictEqual(
    expected,
  );
});

test("a stretch that begins after the day of the month begins with the next", () => {
  const days = repeatedDays(
    intervalOf("до 5 числа каждого месяца"),
    { start: "2026-11-10", end: "2027-02-04" },
    CONTEXT,
  );

  expect(days).toStrictEqual(["2026-12-05", "2027-01-05"]);
});

test("a date typed wrongly far away is counted for some years alone", () => {
  const days = repeatedDays(
    intervalOf("1 раз в четверть"),
    { start: "2026-09-01", end: "2207-05-31" },
    CONTEXT,
  );

  expect(days.length).toBeLessThan(60);
});
