/** How far the contents of a sheet reach. */
import type { ICellData, Nullable, Worksheet } from "@univerjs/core";

/** Google's cells, in pixels. */
export const DEFAULT_SIZES = { defaultColumnWidth: 100, defaultRowHeight: 21 };

/** Whether a cell counts for getLastRow and getDataRange. */
function hasContent(cell: Nullable<ICellData>): boolean {
  return (
    !!cell &&
    (!!cell.f ||
      !!cell.si ||
      !!cell.p ||
      (cell.v !== undefined && cell.v !== null && cell.v !== ""))
  );
}

/** Last used row and column, 1-based; zeros when the sheet is empty. */
export function contentSize(sheet: Worksheet): {
  readonly rows: number;
  readonly columns: number;
} {
  let rows = 0;
  let columns = 0;
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (!hasContent(cell)) return;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  return { rows, columns };
}
