/** Which cells of a chart's ranges become labels, titles and values. */
import { expect, test } from "vitest";
import { type CellReader, type CellValue, dataOf } from "./chart-data";
import type { StoredChart } from "./chart-model";

const GRID: readonly (readonly CellValue[])[] = [
  ["школа", "пары", "план"],
  ["Лицей", 5, 6],
  ["Гимназия", 7, null],
  [null, null, null],
  ["Кадеты", "нет", 3],
];

/** @param hidden - Rows (from 0) that are hidden. */
function readerOf(hidden: readonly number[] = []): CellReader {
  const value: CellReader["value"] = (_, row, column) =>
    GRID[row]?.[column] ?? null;
  return {
    value,
    text: (...place) => String(value(...place) ?? ""),
    isPercent: () => false,
    isHidden: (_, axis, index) => axis === "Row" && hidden.includes(index),
  };
}

const area = (
  startRow: number,
  startColumn: number,
  endRow: number,
  endColumn: number,
) => ({ sheetId: "s", area: { startRow, startColumn, endRow, endColumn } });

const CHART: StoredChart = {
  id: 1,
  sheetId: "s",
  kind: "COLUMN",
  ranges: [area(0, 0, 4, 2)],
  anchor: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
  options: {},
  headers: -1,
  transposed: false,
  merge: "MERGE_COLUMNS",
  hidden: "IGNORE_BOTH",
};

/** Labels, then each series as its title and values. */
function shown(chart: Partial<StoredChart>, hidden?: readonly number[]) {
  const { labels, series } = dataOf({ ...CHART, ...chart }, readerOf(hidden));
  return [labels, ...series.map(({ title, values }) => [title, values])];
}

test("the first column labels, text above numbers titles, empty rows are left out", () => {
  expect(shown({})).toStrictEqual([
    ["Лицей", "Гимназия", "Кадеты"],
    ["пары", [5, 7, null]],
    ["план", [6, null, 3]],
  ]);
});

test("ranges stand side by side or one below another", () => {
  const ranges = [area(1, 0, 1, 1), area(2, 0, 2, 1)];

  expect(shown({ ranges: [area(0, 0, 2, 0), area(0, 2, 2, 2)] })).toStrictEqual(
    [
      ["Лицей", "Гимназия"],
      ["план", [6, null]],
    ],
  );
  expect(shown({ ranges, merge: "MERGE_ROWS" })).toStrictEqual([
    ["Лицей", "Гимназия"],
    ["", [5, 7]],
  ]);
});

test("transposed, a row is a series", () => {
  expect(shown({ ranges: [area(0, 0, 2, 2)], transposed: true })).toStrictEqual(
    [
      ["пары", "план"],
      ["Лицей", [5, 6]],
      ["Гимназия", [7, null]],
    ],
  );
});

test("hidden rows count only when they are asked for", () => {
  expect(shown({}, [1])[0]).toStrictEqual(["Гимназия", "Кадеты"]);
  expect(shown({ hidden: "SHOW_BOTH" }, [1])[0]).toHaveLength(3);
});

test("one column has no labels, and the number of titles can be given", () => {
  const ranges = [area(1, 1, 2, 1)];

  expect(shown({ ranges })).toStrictEqual([
    ["", ""],
    ["", [5, 7]],
  ]);
  expect(shown({ ranges, headers: 1 })).toStrictEqual([[""], ["5", [7]]]);
  expect(shown({ ranges: [] })).toStrictEqual([[]]);
});
