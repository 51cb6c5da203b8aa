/** What charts read of the book on the page. */
import type { FUniver } from "@univerjs/presets";
import { type CellReader, heldBy } from "../../services/chart-data";

/** Reads the book that is open now; null when none is. */
export function readCells(api: FUniver): CellReader | null {
  const book = api.getActiveWorkbook();
  if (book === null) return null;
  const workbook = book.getWorkbook();
  const sheetOf = (sheetId: string) => workbook.getSheetBySheetId(sheetId);

  const value: CellReader["value"] = (sheetId, row, column) => {
    const cell = sheetOf(sheetId)?.getCellRaw(row, column);
    return heldBy(cell);
  };
  return {
    value,
    text(sheetId, row, column) {
      const found = value(sheetId, row, column);
      if (typeof found === "string") return found;
      if (found === null) return "";
      const range = book.getSheetBySheetId(sheetId)?.getRange(row, column);
      return String(range?.getDisplayValue() ?? found);
    },
    isPercent(sheetId, row, column) {
      const style = sheetOf(sheetId)?.getComposedCellStyle(row, column);
      return style?.n?.pattern.includes("%") ?? false;
    },
    isHidden(sheetId, axis, index) {
      const sheet = sheetOf(sheetId);
      if (!sheet) return false;
      return axis === "Row"
        ? !sheet.getRowVisible(index) || sheet.getRowFiltered(index)
        : !sheet.getColVisible(index);
    },
  };
}
