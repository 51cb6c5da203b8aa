/** Ranges over a tab without formulas are read cell by cell and no more: Univer 0.25 asks six tables of results for every cell. */
import type { ICellData, Nullable, ObjectMatrix } from "@univerjs/core";
import type { BaseReferenceObject } from "@univerjs/engine-formula";

type References = { readonly prototype: BaseReferenceObject };
type Matrix = Pick<ObjectMatrix<unknown>, "getMatrix">;

/** What a reading looks at before the cell itself, private in the engine. */
type Results = {
  readonly _runtimeFeatureCellData?: object;
};

/** @param references - The engine's BaseReferenceObject. */
export function readPlainRanges({ prototype }: References): void {
  const { iterator } = prototype;
  prototype.iterator = function overCells(callback) {
    if (!isPlain(this)) {
      iterator.call(this, callback);
      return;
    }
    const cells = this.getCurrentActiveSheetData()?.cellData;
    const own = this as { getCellData: unknown };
    own.getCellData = (row: number, column: number): Nullable<ICellData> =>
      cells?.getValue(row, column);
    try {
      iterator.call(this, callback);
    } finally {
      // The prototype's own answers again.
      Reflect.deleteProperty(own, "getCellData");
    }
  };
}

/** Whether no formula put anything into the tab, now or before. */
function isPlain(range: BaseReferenceObject): boolean {
  const { _runtimeFeatureCellData: features } = range as unknown as Results;
  return (
    Object.keys(features ?? {}).length === 0 &&
    [
      range.getCurrentRuntimeSheetData(),
      range.getCurrentActiveArrayFormulaCellData(),
      range.getCurrentRuntimeActiveArrayFormulaCellData(),
    ].every(isEmpty)
  );
}

function isEmpty(matrix: Matrix | null | undefined): boolean {
  if (!matrix) return true;
  for (const _row in matrix.getMatrix()) return false;
  return true;
}
