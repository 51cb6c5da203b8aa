/** Which edits the page asks about first. */
import { expect, test } from "vitest";
import { protectionOf } from "./protected-ranges";

const cells = (startRow: number, endRow: number) => ({
  startRow,
  endRow,
  startColumn: 0,
  endColumn: 0,
});

/** A mutation that writes the first column from one row to another. */
const written = (from: number, to: number) => ({
  id: "sheet.mutation.set-range-values",
  params: {
    subUnitId: "tab",
    cellValue: Object.fromEntries(
      Array.from({ length: to - from + 1 }, (_, index) => [
        from + index,
        { 0: { v: 1 } },
      ]),
    ),
  },
});

test("a protected tab asks, but not for cells that were left free", () => {
  const tab = {
    sheetId: "tab",
    area: null,
    unprotected: [cells(2, 4)],
    description: "",
  };

  expect(protectionOf([written(0, 0)], [tab])).toBe(tab);
  expect(protectionOf([written(2, 4)], [tab])).toBeNull();
  expect(protectionOf([written(4, 5)], [tab])).toBe(tab);
});

test("a protected range asks for its own cells only", () => {
  const range = { sheetId: "tab", area: cells(1, 2), description: "" };

  expect(protectionOf([written(2, 2)], [range])).toBe(range);
  expect(protectionOf([written(3, 3)], [range])).toBeNull();
});
