/** Which computed values windows are told of. */
import { expect, test } from "vitest";
import { watchFormulaValues } from "./formula-values";

type Cell = { readonly f?: string; readonly si?: string; readonly v: unknown };

function book(cells: Record<number, Record<number, Cell | null>>) {
  return { sheets: { s1: { cellData: cells } } };
}

test("a value that did not change is not told again", () => {
  let state = book({ 0: { 0: { f: "=1+1", v: 2 } } });
  const watch = watchFormulaValues("book", () => state);
  expect(watch.changes()).toHaveLength(1);
  expect(watch.changes()).toEqual([]);
  state = book({ 0: { 0: { f: "=1+1", v: 3 } } });
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
  const watch = watchFormulaValues("book", () =>
    book({ 0: { 0: { f: "=1+1", v: 2 } } }),
  );
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

test("typed values are not computed values", () => {
  const watch = watchFormulaValues("book", () =>
    book({ 3: { 1: { v: "text" }, 2: null } }),
  );
  expect(watch.changes()).toEqual([]);
});

test("a cell that shares another's formula counts", () => {
  const watch = watchFormulaValues("book", () =>
    book({ 3: { 1: { si: "abc", v: 5 } } }),
  );
  expect(watch.changes()).toHaveLength(1);
});

test("a formula that moved is told at its new place", () => {
  let state = book({ 4: { 0: { f: "=A1", v: 7 } } });
  const watch = watchFormulaValues("book", () => state);
  watch.changes();
  state = book({ 5: { 0: { f: "=A1", v: 7 } } });
  expect(watch.changes()[0]?.params).toMatchObject({
    cellValue: { 5: { 0: { v: 7 } } },
  });
});
