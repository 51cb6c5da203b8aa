/** Which computed values windows are told of. */
import { expect, test } from "vitest";
import type { ComputedCell } from "../types";
import { watchFormulaValues } from "./formula-values";

function watching(
  computed: () => readonly ComputedCell[],
  spills: () => unknown = () => ({}),
) {
  const watch = watchFormulaValues({ id: "book", computed, spills });
  // A window begins with a snapshot, which has what there is at first.
  watch.changes();
  return watch;
}

function cell(row: number, column: number, v: unknown): ComputedCell {
  return { sheetId: "s1", row, column, v, t: null };
}

test("a value that did not change is not told again", () => {
  let state = [cell(0, 0, 2)];
  const watch = watching(() => state);
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
  const watch = watching(() => [cell(0, 0, 2)]);
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
  const watch = watching(() => [{ ...cell(0, 0, "a"), p: link }]);
  expect(watch.changes()).toEqual([]);
  link = { url: "https://example.org/b" };
  expect(watch.changes()[0]?.params).toMatchObject({
    cellValue: { 0: { 0: { v: "a", p: link } } },
  });
});

test("a formula that moved is told at its new place", () => {
  let state = [cell(4, 0, 7)];
  const watch = watching(() => state);
  state = [cell(5, 0, 7)];
  expect(watch.changes()[0]?.params).toMatchObject({
    cellValue: { 5: { 0: { v: 7 } } },
  });
});

test("values beside their formula are told whole, before the others", () => {
  let state = [cell(0, 0, 1)];
  let spills = {
    arrayFormulaCellData: { book: { s1: { 1: { 0: { v: 2 } } } } },
  };
  const watch = watching(
    () => state,
    () => spills,
  );
  expect(watch.changes()).toEqual([]);
  state = [cell(0, 0, 5)];
  spills = { arrayFormulaCellData: { book: { s1: { 1: { 0: { v: 6 } } } } } };
  expect(watch.changes()).toMatchObject([
    { id: "formula.mutation.set-array-formula-data", params: spills },
    { id: "sheet.mutation.set-range-values" },
  ]);
  expect(watch.changes()).toEqual([]);
});
