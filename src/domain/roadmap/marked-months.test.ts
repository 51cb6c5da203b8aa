/** Months of a row, read back from its marks. */
import { expect, test } from "vitest";
import { listMark } from "./bar-spans";
import { markedMonths, monthOf } from "./marked-months";

const YEAR = { start: "2026-09-01", end: "2027-05-31" };
const UNTIL = "2028-08-31";
const SEPTEMBER = monthOf("2026-09-01");

const monthsOf = (mark: string, row = YEAR) =>
  markedMonths(mark, row, UNTIL).map((month) => month - SEPTEMBER);

test.each([
  ["", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ["m03d00", [0, 3, 6]],
  ["m01d15", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ["d120", [0, 3, 7]],
])("«%s» stands in %j", (mark, expected) => {
  expect(monthsOf(mark)).toStrictEqual(expected);
});

test("what comes every year does so until the last day", () => {
  const row = { start: "2026-12-20", end: "2027-01-15" };

  expect(monthsOf("y", row)).toStrictEqual([3, 4, 15, 16]);
});

test("a list names its months", () => {
  const spans = ["2026-09-15", "2027-03-15"].map((day) => ({
    start: day,
    end: day,
  }));

  expect(monthsOf(listMark(spans, YEAR))).toStrictEqual([0, 6]);
});
