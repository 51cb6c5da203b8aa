/** The hull of the dates of a stage. */

import { expect, test } from "vitest";
import { parseDatePhrase } from "./parse-date-phrase";
import { stageDates } from "./stage-dates";

const hull = (text: string) =>
  stageDates(
    parseDatePhrase(text, {
      schoolYear: 2026,
      yearStart: "09-01",
      yearEnd: "05-31",
    }),
  );

test.each([
  ["сентябрь", "2026-09-01", "2026-09-30"],
  ["сентябрь; апрель – май", "2026-09-01", "2027-05-31"],
  ["до 5 сентября", null, "2026-09-05"],
  ["до 5 сентября; май", "2026-09-05", "2027-05-31"],
  ["с 1 октября", "2026-10-01", null],
  ["сентябрь; с 1 октября", "2026-09-01", null],
  ["ежемесячно", null, null],
  ["май; ежегодно, сентябрь 2030", "2027-05-01", "2027-05-31"],
  ["когда-нибудь", null, null],
])("the hull of «%s» is %s … %s", (text, start, end) => {
  expect(hull(text)).toStrictEqual({ start, end });
});
