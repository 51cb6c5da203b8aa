/** Where an activity with several or repeated dates is drawn. */
import { expect, test } from "vitest";
import { barSpans, periodKey, spanKeys } from "./bar-spans";
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
  ["ежемесячно", ["2026-09-01/2027-05-31"]],
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
