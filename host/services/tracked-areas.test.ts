/** Areas that follow inserted and deleted lines. */
import { expect, test } from "vitest";
import { moveAreas, shiftOf } from "./tracked-areas";

const AREA = { startRow: 2, endRow: 5, startColumn: 0, endColumn: 1 };
const TRACKED = [{ sheetId: "1", area: AREA }];

function rows(id: string, startRow: number, endRow: number) {
  const range = { startRow, endRow, startColumn: 0, endColumn: 25 };
  const shift = shiftOf(id, { subUnitId: "1", range });
  if (shift === null) throw new RangeError("no shift");
  const [item] = moveAreas(TRACKED, shift);
  return item === undefined ? null : [item.area?.startRow, item.area?.endRow];
}

test.each([
  ["above", 0, 1, [4, 7]],
  ["at the first row", 2, 2, [3, 6]],
  ["inside", 4, 4, [2, 6]],
  ["below", 6, 6, [2, 5]],
])("rows inserted %s", (_where, start, end, expected) => {
  expect(rows("sheet.mutation.insert-row", start, end)).toStrictEqual(expected);
});

test.each([
  ["above", 0, 1, [0, 3]],
  ["across the top", 1, 3, [1, 2]],
  ["inside", 3, 4, [2, 3]],
  ["across the bottom", 5, 9, [2, 4]],
  ["all of it", 0, 9, null],
])("rows deleted %s", (_where, start, end, expected) => {
  expect(rows("sheet.mutation.remove-rows", start, end)).toStrictEqual(
    expected,
  );
});

test("other sheets stay, a removed sheet takes its areas along", () => {
  const shift = shiftOf("sheet.mutation.remove-sheet", { subUnitId: "1" });

  expect(
    shift && moveAreas([...TRACKED, { sheetId: "2", area: null }], shift),
  ).toStrictEqual([{ sheetId: "2", area: null }]);
});
