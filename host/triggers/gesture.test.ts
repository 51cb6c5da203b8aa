/** Gestures of the page as Apps Script's events name them. */
import { expect, test } from "vitest";
import { gestureOf } from "./gesture";

const SHEET = "s1";
const mutation = (name: string, params: object) => ({
  id: `sheet.mutation.${name}`,
  params: { unitId: "book", subUnitId: SHEET, ...params },
});
const write = (cellValue: object) =>
  mutation("set-range-values", { cellValue });
const area = (
  startRow: number,
  startColumn: number,
  endRow: number,
  endColumn: number,
) => ({ startRow, endRow, startColumn, endColumn });

test("a paste in several writes is one edit of the rectangle around them", () => {
  const gesture = gestureOf([
    write({ 3: { 1: { v: 1, t: 2 } } }),
    write({ 3: { 1: { s: "bold" }, 9: { s: "bold" } } }),
    write({ 5: { 0: { v: "а", t: 1 }, 2: null } }),
    mutation("set-worksheet-row-auto-height", { rowsAutoHeightInfo: [] }),
  ]);

  expect(gesture).toStrictEqual({
    change: "EDIT",
    edited: { sheetId: SHEET, area: area(3, 0, 5, 2) },
  });
});

test("moved cells are an edit of where they came to", () => {
  const gesture = gestureOf([
    mutation("move-range", {
      from: { subUnitId: SHEET, value: { 0: { 0: null } } },
      to: { subUnitId: "s2", value: { 4: { 4: { v: 1 } } } },
    }),
  ]);

  expect(gesture.edited).toStrictEqual({
    sheetId: "s2",
    area: area(4, 4, 4, 4),
  });
});

test("sorting is an edit of the sorted range", () => {
  const range = area(1, 0, 9, 3);
  expect(
    gestureOf([mutation("reorder-range", { range, order: {} })]).edited,
  ).toStrictEqual({ sheetId: SHEET, area: range });
});

test.each([
  ["insert-row", "INSERT_ROW"],
  ["insert-col", "INSERT_COLUMN"],
  ["remove-rows", "REMOVE_ROW"],
  ["remove-col", "REMOVE_COLUMN"],
  ["insert-sheet", "INSERT_GRID"],
  ["remove-sheet", "REMOVE_GRID"],
  ["set-worksheet-col-width", "FORMAT"],
  ["set-worksheet-name", "OTHER"],
])("%s is told as %s, and is no edit", (name, change) => {
  expect(gestureOf([mutation(name, {})])).toStrictEqual({
    change,
    edited: null,
  });
});

test("what changes by itself or makes no sense is nothing", () => {
  const none = { change: null, edited: null };
  expect(gestureOf([])).toStrictEqual(none);
  expect(
    gestureOf([mutation("set-worksheet-row-is-auto-height", {})]),
  ).toStrictEqual(none);
  expect(
    gestureOf([{ id: "sheet.mutation.set-range-values", params: null }]).edited,
  ).toBe(null);
});
