/** Which computed values windows are told of. */
import { expect, test } from "vitest";
import type { ComputedCell } from "../types";
import { watchFormulaValues } from "./formula-values";

function cell(row: number, column: number, v: unknown): ComputedCell {
  return { sheetId: "s1", row, column, v, t: null };
}

test("a value that did not change is not told again", () => {
  let state = [cell(0, 0, 2)];
  const watch = watchFormulaValues("book", () => state);
  expect(watch.changes()).toHaveLength(1);
  expect(watch.changes()).toEqual([]);
  state = [cell(0, 0, 3)];
  expect(watch.changes()).toEqual([
    {
      id: "sheet.mutation.set-range-values",
      params: {
        unitId: "book",
        subUnitId: "s1",
        cellValue: { 0: { 0: { v: 3, t: null } } },
      },
    },
  ]);
});

test("a value is told again after its formula was written again", () => {
  const watch = watchFormulaValues("book", () => [cell(0, 0, 2)]);
  watch.changes();
  watch.forget({
    id: "sheet.mutation.set-range-values",
    params: {
      subUnitId: "s1",
      cellValue: { 0: { 0: { f: "=1+1", v: null } } },
    },
  });
  expect(watch.changes()).toHaveLength(1);
});

test("a link counts as part of the value", () => {
  let link = { url: "https://example.org/a" };
  const watch = watchFormulaValues("book", () => [
    { ...cell(0, 0, "a"), p: link },
  ]);
  watch.changes();
  expect(watch.changes()).toEqual([]);
  link = { url: "https://example.org/b" };
  expect(watch.changes()[0]?.params).toMatchObject({
    cellValue: { 0: { 0: { v: "a", p: link } } },
  });
});

test("a formula that moved is told at its new place", () => {
  let state = [cell(4, 0, 7)];
  const watch = watchFormulaValues("book", () => state);
  watch.changes();
  state = [cell(5, 0, 7)];
  expect(watch.changes()[0]?.params).toMatchObject({
    cellValue: { 5: { 0: { v: 7 } } },
  });
});
