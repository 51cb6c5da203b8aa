/** Cells formatted together look as if each had been formatted by itself. */
import type { ICellData, IStyleData } from "@univerjs/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryWorkspace } from "../../test/support/workspace";

const SET_VALUES = "sheet.mutation.set-range-values";
const ROWS = 4;
const COLUMNS = 3;

type Change = ICellData | null;

const style: fc.Arbitrary<ICellData["s"]> = fc.record(
  {
    bl: fc.constantFrom(0, 1, null),
    tb: fc.constantFrom(1, 3),
    cl: fc.constantFrom({ rgb: "#ff0000" }, { rgb: "#00ff00" }, null),
    ul: fc.constantFrom({ s: 1 as const }, null),
    n: fc.constantFrom({ pattern: "@@@" }, { pattern: "0.00" }, null),
    bd: fc.constantFrom({ t: { s: 1, cl: { rgb: "#000000" } } }, null),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<IStyleData>;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ s: style }) },
  { weight: 1, arbitrary: fc.constant({ s: null }) },
  { weight: 1, arbitrary: fc.record({ s: style, t: fc.constant(1) }) },
  { weight: 2, arbitrary: fc.record({ v: fc.constantFrom(1, "а", null) }) },
  { weight: 1, arbitrary: fc.record({ v: fc.constant("б"), s: style }) },
  { weight: 1, arbitrary: fc.constant({ f: "=1+1" }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const block = fc.array(change, {
  minLength: ROWS * COLUMNS,
  maxLength: ROWS * COLUMNS,
});

/** Values and whole styles of the block after these writes. */
function after(writes: readonly (readonly Change[])[], together: boolean) {
  const { book } = memoryWorkspace().workspace;
  const write = (cells: readonly (readonly [number, Change])[]): void => {
    const cellValue: Record<number, Record<number, Change>> = {};
    for (const [index, cell] of cells) {
      const row = Math.floor(index / COLUMNS);
      cellValue[row] = { ...cellValue[row], [index % COLUMNS]: cell };
    }
    book.mutate(SET_VALUES, {
      subUnitId: "0",
      cellValue: structuredClone(cellValue),
    });
  };
  for (const cells of writes) {
    const numbered = [...cells.entries()];
    if (together) write(numbered);
    else for (const one of numbered) write([one]);
  }
  const matrix = book.worksheet("0").getCellMatrix();
  const styles = book.workbook.getStyles();
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => {
    const row = Math.floor(index / COLUMNS);
    const cell = matrix.getValue(row, index % COLUMNS);
    return cell ? { ...cell, s: styles.getStyleByCell(cell) } : null;
  });
  book.close();
  return cells;
}

test("a block is formatted as its cells one by one", () => {
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 4 }),
      fc.array(style, { minLength: 1, maxLength: 3 }),
      (blocks, whole) => {
        const writes = [
          ...blocks,
          ...whole.map((s) =>
            Array.from({ length: ROWS * COLUMNS }, () => ({ s }) as ICellData),
          ),
        ];
        expect(after(writes, true)).toStrictEqual(after(writes, false));
      },
    ),
    { numRuns: 60 },
  );
});
