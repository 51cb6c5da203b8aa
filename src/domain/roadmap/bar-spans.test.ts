/** Where an activity with several or repeated dates is drawn. */
import { expect, test } from "vitest";
import {
  barSpans,
  listMark,
  periodKey,
  rhythmMark,
  spanKeys,
} from "./bar-spans";
import type { ParsedDates } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";
import { stageDates } from "./stage-dates";

const CONTEXT = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
  span: { start: "2026-09-01", end: "2028-05-31" },
};

const spansOf = (phrase: string) =>
  spansIn(parseDatePhrase(phrase, CONTEXT)).map(
    ({ start, end }) => `${start}/${end}`,
  );

const spansIn = (parsed: ParsedDates) =>
  barSpans(parsed, CONTEXT, stageDates(parsed));

const oneDay = (day: string) => `${day}/${day}`;
const HALVES = ["2026-09-01", "2027-03-01"].map(oneDay);

test.each([
  ["05.09.2026", []],
  ["сентябрь – октябрь 2026", []],
  ["до 01.10.2026", []],
  ["в течение 2026-2027 учебного года", []],
  ["Сентябрь, 2026, 2028", ["2026-09-01/2026-09-30", "2028-09-01/2028-09-30"]],
  [
    "ежегодно, сентябрь",
    ["2026-09-01/2026-09-30", "2027-09-01/2027-09-30", "2028-09-01/2028-09-30"],
  ],
  ["раз в квартал", ["2026-09-01", "2026-12-01", "2027-03-01"].map(oneDay)],
  [
    "ежемесячно, до 5 числа",
    ["2026-09", "2026-10", "2026-11", "2026-12"]
      .concat(["2027-01", "2027-02", "2027-03", "2027-04", "2027-05"])
      .map((month) => oneDay(`${month}-05`)),
  ],
  ["октябрь 2026; 2 раза в год", ["2026-10-01/2026-10-31", ...HALVES]],
  [
    "сентябрь, декабрь 2026",
    ["2026-09-01/2026-09-30", "2026-12-01/2026-12-31"],
  ],
  ["ежегодно", []],
  ["", []],
])("«%s» is drawn in %j", (phrase, expected) => {
  expect(spansOf(phrase)).toStrictEqual(expected);
});

test("keys name every month and week that is touched", () => {
  expect(periodKey("month", "2026-09-01")).toBe("m24321");
  expect(periodKey("week", "2026-08-31")).toBe("w6609");
  expect(periodKey("week", "2026-09-07")).toBe("w6610");
  expect(spanKeys([{ start: "2026-09-06", end: "2026-09-07" }])).toBe(
    "|m24321|w6609|w6610|",
  );
  expect(spanKeys([])).toBe("");
});

test("a step is written in letters of a fixed place", () => {
  expect(rhythmMark({ unit: "month", count: 3, day: 5 })).toBe("m03d05");
  expect(rhythmMark({ unit: "day", count: 14 })).toBe("d014");
  expect(rhythmMark({ unit: "year" })).toBe("y");
});

test("a list says for which days of the row it holds", () => {
  const spans = [{ start: "2026-09-06", end: "2026-09-06" }];

  expect(listMark(spans, { start: "2026-09-01", end: "2027-05-31" })).toBe(
    "4626646538|m24321|w6609|",
  );
  expect(listMark(spans, { start: "", end: "2027-05-31" })).toMatch(
    /^0000046538\|/,
  );
  expect(listMark([], { start: "", end: "" })).toBe("");
});
