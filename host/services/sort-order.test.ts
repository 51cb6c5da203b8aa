/** The order of sorting: kinds, Russian letters, blanks. */
import { expect, test } from "vitest";
import { compareSorted, type SortItem, sortItem } from "./sort-order";

const sorted = (items: readonly SortItem[], isUp: boolean) =>
  [...items].sort((left, right) => compareSorted(left, right, isUp));

test("numbers, words and yes/no come apart, blanks last both ways", () => {
  const items = ["Жук", null, true, 10, "ёж", 9, "Ель", false];
  expect(sorted(items, true)).toEqual([
    9,
    10,
    "ёж",
    "Ель",
    "Жук",
    false,
    true,
    null,
  ]);
  expect(sorted(items, false)).toEqual([
    true,
    false,
    "Жук",
    "Ель",
    "ёж",
    10,
    9,
    null,
  ]);
});

test.each([
  [{ v: "007", t: 1 }, "007"],
  [{ v: 7, t: 2 }, 7],
  [{ v: 1, t: 3 }, true],
  [{ v: "" }, null],
  [null, null],
])("%j is sorted as %j", (cell, item) => {
  expect(sortItem(cell)).toBe(item);
});
