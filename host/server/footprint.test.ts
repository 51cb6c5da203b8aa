/** Which edits made at the same time may both stay. */
import { expect, test } from "vitest";
import { footprint, overlap } from "./footprint";

const values = (sheet: string, row: number, column: number) =>
  footprint({
    id: "sheet.mutation.set-range-values",
    params: {
      unitId: "book",
      subUnitId: sheet,
      cellValue: { [row]: { [column]: { v: 1 } } },
    },
  });

test("writes into different cells do not cross", () => {
  expect(overlap(values("a", 1, 1), values("a", 1, 2))).toBe(false);
  expect(overlap(values("a", 1, 1), values("b", 1, 1))).toBe(false);
});

test("writes into the same cell cross", () => {
  expect(overlap(values("a", 5, 3), values("a", 5, 3))).toBe(true);
});

test.each([
  "sheet.mutation.insert-row",
  "sheet.mutation.remove-rows",
  "sheet.mutation.insert-col",
  "sheet.mutation.move-range",
  "sheet.mutation.reorder-range",
  "sheet.mutation.remove-sheet",
])("%s crosses every other edit", (id) => {
  const moved = footprint({ id, params: { subUnitId: "a" } });
  expect(overlap(moved, values("b", 1, 1))).toBe(true);
  expect(overlap(values("b", 1, 1), moved)).toBe(true);
});

test.each([
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.update-note",
  "sheet.mutation.remove-note",
  "sheet.mutation.delete-conditional-rule",
  "sheet.mutation.remove.numfmt",
  "formula.mutation.remove-defined-name",
  "data-validation.mutation.removeRule",
])("%s moves nothing and crosses no write", (id) => {
  const looks = footprint({ id, params: { subUnitId: "a" } });
  expect(overlap(looks, values("a", 1, 1))).toBe(false);
});

test("a write of unknown shape is taken for one that moves things", () => {
  const unknown = footprint({
    id: "sheet.mutation.set-range-values",
    params: null,
  });
  expect(unknown).toEqual({ kind: "structure" });
});

test("a rectangle spans every cell of the write", () => {
  const place = footprint({
    id: "sheet.mutation.set-range-values",
    params: {
      subUnitId: "a",
      cellValue: { 2: { 7: { v: 1 } }, 9: { 1: { v: 2 }, 3: null } },
    },
  });
  expect(place).toEqual({
    kind: "cells",
    sheet: "a",
    top: 2,
    bottom: 9,
    left: 1,
    right: 7,
  });
});
