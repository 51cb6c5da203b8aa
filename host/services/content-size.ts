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
  const cells = sheet.getCellMatrix();
  const width = sheet.getColumnCount();
  let rows = 0;
  let columns = 0;
  // From below and from the right: most tabs end in blank cells with a format.
  for (let row = cells.getLength() - 1; row >= 0; row -= 1) {
    const least = rows === 0 ? 0 : columns;
    for (let column = width - 1; column >= least; column -= 1) {
      if (!hasContent(cells.getValue(row, column))) continue;
      rows = Math.max(rows, row + 1);
      columns = column + 1;
      break;
    }
  }
  return { rows, columns };
}
