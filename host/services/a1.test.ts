/** A1 notation. */
import { expect, test } from "vitest";
import { columnLetters, readAddress, writeAbsolute, writeAddress } from "./a1";

test.each([
  ["B3", [2, 1, 2, 1]],
  ["$B$3:A1", [0, 0, 2, 1]],
  ["A:C", [null, 0, null, 2]],
  ["2:5", [1, null, 4, null]],
  ["A2:C", [1, 0, null, 2]],
  ["aa10", [9, 26, 9, 26]],
])("%s is read as rows and columns from 0", (text, bounds) => {
  const address = readAddress(text);

  expect([
    address?.startRow,
    address?.startColumn,
    address?.endRow,
    address?.endColumn,
  ]).toStrictEqual(bounds);
});

test("a tab title is unquoted", () => {
  expect(readAddress("'О''Нил!1'!A1")?.sheetName).toBe("О'Нил!1");
  expect(readAddress("Лист1!A1")?.sheetName).toBe("Лист1");
});

test.each(["", "A", "5", "A0", "A1:B2:C3", "люди", "#REF!", "A1 B2", "1A"])(
  "%s is no address",
  (text) => {
    expect(readAddress(text)).toBe(null);
  },
);

test("an area is written the short way", () => {
  const area = { startRow: 0, endRow: 9, startColumn: 1, endColumn: 2 };

  expect(writeAddress(area)).toBe("B1:C10");
  expect(writeAddress(area, { rows: 10, columns: 5 })).toBe("B:C");
  expect(writeAbsolute("О'Нил", area)).toBe("'О''Нил'!$B$1:$C$10");
});

test("columns go past Z", () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toStrictEqual([
    "A",
    "Z",
    "AA",
    "ZZ",
    "AAA",
  ]);
});
